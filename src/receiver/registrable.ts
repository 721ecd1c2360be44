/** Which part of a host name somebody registered, by the public suffix list. */
import { getDomain } from 'tldts';

/** For example `acme.co.uk` of `mail.acme.co.uk`, and `acme.github.io`; null for `co.uk` and for what is no name. */
export const registrable = (host: string): string | null => getDomain(host, { allowPrivateDomains: true });
