import type { Surroundings } from './tools.js';
export const connectForm = async (_around: Surroundings): Promise<void> => {};
