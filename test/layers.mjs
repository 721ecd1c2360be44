/** `node test/layers.mjs [root]` prints every breach of the rules of the house and exits 1 when there is one. */
import { join, resolve } from 'node:path';
import { checkHouse } from './build/house.mjs';

const root = resolve(process.argv[2] ?? join(import.meta.dirname, '..'));
const { files, breaches } = await checkHouse(root);
for (const breach of breaches) console.error(breach);
console.log(`layers: ${files} files, ${breaches.length} breaches`);
process.exitCode = breaches.length > 0 || files === 0 ? 1 : 0;
