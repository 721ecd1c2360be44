/** What is loaded on intent: the elements, the conversation, and the calls that need them. */
import '../define.js';

export { call } from './calls.js';
export { resumeOutbox } from '../compose.js';
