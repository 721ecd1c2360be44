/** Everything about playbooks that needs no browser: types, reading, checking the shape, fingerprint, translation. */
export type { Comparison, Condition, Scalar, Test } from './condition.js';
export { RESERVED_NAMES } from './condition.js';
export { PlaybookError, type Problem } from './error.js';
export { hashOf } from './hash.js';
export { CONTACT_FIELDS, KINDS, type ContactField, type Kind } from './kinds.js';
export { localised } from './localised.js';
export type {
  DeliverySettings,
  Ending,
  Offer,
  Option,
  Playbook,
  Privacy,
  Product,
  Qualification,
  Routing,
  Step,
  Text,
} from './schema.js';
export { definePlaybook, parsePlaybook, type Parsed } from './parse.js';
export { readPlaybook, type ReadResult } from './read.js';
export { usable } from './usable.js';
