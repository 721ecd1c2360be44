/** What a content security policy has to allow for a pasted snippet. */
import { ALL_PRESETS } from '../formats/all-presets.js';
import { bookingToolAt } from '../formats/next-step-links.js';
import type { Playbook } from '../playbook/schema.js';

/**
 * The lines to add, each a directive with its sources. `hash` is that of the script as `sha256-…`; addresses of the
 * page's own site become 'self'.
 */
export const snippetPolicy = (playbook: Playbook, src: string, hash: string): readonly string[] => {
  const { delivery, products = [], offers = {}, answers } = playbook;
  const posts = [delivery, ...(delivery.backup ? [delivery.backup] : [])].flatMap((settings) => {
    const url = ALL_PRESETS.get(settings.to)?.url(settings);
    return url === undefined ? [] : [originOf(url)];
  });
  const pictures = products.flatMap(({ image }) => (image ? [originOf(image)] : []));
  const frames = Object.values(offers).flatMap(({ url, embed }) =>
    embed && url && bookingToolAt(url) ? [originOf(url)] : [],
  );
  return [
    line('script-src', [`'${hash}'`, originOf(src)]),
    line('connect-src', [...posts, ...(answers ? [originOf(answers.from)] : [])]),
    ...(pictures.length > 0 ? [line('img-src', pictures)] : []),
    ...(frames.length > 0 ? [line('frame-src', frames)] : []),
  ];
};

const line = (directive: string, sources: readonly string[]): string =>
  `${directive} ${[...new Set(sources)].join(' ')}`;

const originOf = (address: string): string => {
  const whole = address.startsWith('//') ? `https:${address}` : address;
  return URL.canParse(whole) ? new URL(whole).origin : "'self'";
};
