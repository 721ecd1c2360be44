/**
 * All that gives a lead to somebody. Pages load it where their playbook has `routing`, receivers have it always.
 */
import { furtherRouting } from './further.js';
import { route } from './route.js';

export const router = { ...furtherRouting, route };
export type Router = typeof router;
