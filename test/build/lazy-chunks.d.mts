import type { OutputPlugin } from 'rollup';
export declare const lazyChunks: () => OutputPlugin;
