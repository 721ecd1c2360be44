/**
 * Random tests draw the same cases in every run of `npm test`, so that a change is judged by what it changed. With
 * WARMLEAD_SEED=random, or a number, they draw others: worth an hour now and then.
 */
import fc from 'fast-check';

const { WARMLEAD_SEED: wanted } = process.env;
if (wanted !== 'random') fc.configureGlobal({ seed: Number(wanted ?? 20_261_123) });
