/** Everything that reading the rarer answers takes, with its words. Loaded on first need, as a file of its own. */
import type { Reading } from '../flow/kinds/answer-kind.js';
import { FURTHER } from '../flow/kinds/further.js';
import { enRefusals } from '../locales/en-refusals.js';

export const further: Reading = { ...FURTHER, says: enRefusals };
