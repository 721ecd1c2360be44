/** The way of a lead as a page has it whose playbook routes. */
import { createHandingOver as create, type HandingOverOptions } from '../../src/conversation/handing-over.js';
import { router } from '../../src/routing/router.js';

export const createHandingOver = (options: HandingOverOptions) =>
  create({ ...options, routing: async () => router });
