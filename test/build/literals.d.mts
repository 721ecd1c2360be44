import type { Plugin } from 'rollup';
export declare const literals: () => Plugin;
