/** `warmlead.all.js`: everything in one file, for integrity hashes, hash-only policies and optimisers that join files. */
import { boot } from './boot.js';
import * as talk from './talk.js';

declare const __VERSION__: string;

boot(document.currentScript as HTMLScriptElement | null, () => Promise.resolve(talk), __VERSION__);
