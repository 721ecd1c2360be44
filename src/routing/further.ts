/**
 * What routing needs for some playbooks only, so that pages load it on need: postal codes, names that several
 * questions answer, follow-up. Receivers hand it in always.
 */
import { countryPrefix, withAlsoKnown } from './also-known.js';
import { isIn } from './postcodes.js';
import { tasksFor } from './tasks.js';

export const furtherRouting = { countryPrefix, isIn, tasksFor, withAlsoKnown };
export type FurtherRouting = typeof furtherRouting;
