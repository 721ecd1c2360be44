/** What the page's security policy keeps from us, in words an owner can pass on to whoever looks after the policy. */

export interface PolicyBlock {
  /** For example `connect-src`. */
  readonly directive: string;
  /** What has to be added to that line: an origin, `'self'`, or a sentence where no origin helps. */
  readonly cure: string;
}

const originOf = (address: string): string => {
  try {
    const { origin } = new URL(address);
    return origin === 'null' ? '' : origin;
  } catch {
    return '';
  }
};

/**
 * The block that a violation tells of; null where it is not one of ours. `ours` are the origins that we ask for
 * something: our files, the playbook, the destination. Addresses are cut to their origin.
 */
export const policyBlock = (
  { effectiveDirective, blockedURI, sourceFile }: SecurityPolicyViolationEvent,
  ours: readonly string[],
  page: string,
): PolicyBlock | null => {
  const directive = effectiveDirective;
  const origin = originOf(blockedURI);
  if (origin) return ours.includes(origin) ? { directive, cure: origin === page ? "'self'" : origin } : null;
  // Something written into the page, by one of our own files.
  return /warmlead|\/chunks\//.test(sourceFile)
    ? { directive, cure: 'the nonce of the page’s own scripts' }
    : null;
};
