export declare const checkHouse: (root: string) => Promise<{ files: number; breaches: string[] }>;
