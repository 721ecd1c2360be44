/**
 * A rollup plugin that gives our copy of Lit a Trusted Types policy of its own name: a site that enforces policies
 * allows `warmlead`, and a site with its own Lit does not collide with ours. Source: trusted-types directive, W3C.
 */
const known = 'createPolicy("lit-html"';

/** Fails the build unless exactly one policy was renamed. */
export const litPolicy = (name) => {
  let renamed = 0;
  return {
    name: 'lit-policy',
    buildStart() {
      renamed = 0;
    },
    transform(code) {
      const parts = code.split(known);
      if (parts.length === 1) return null;
      renamed += parts.length - 1;
      return { code: parts.join(`createPolicy("${name}"`), map: null };
    },
    buildEnd(error) {
      if (!error && renamed !== 1)
        this.error(`${renamed} Trusted Types policies of Lit were renamed, not one.`);
    },
  };
};
