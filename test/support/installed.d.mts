export type Engine = 'chromium' | 'firefox' | 'webkit';
export declare const engineNames: readonly Engine[];
export interface InstalledBrowsers {
  readonly chromium: string | undefined;
  readonly firefox: string | undefined;
  readonly webkit:
    { readonly driver: string; readonly browser: string; readonly xvfb: string | undefined } | undefined;
}
export declare const installedBrowsers: () => InstalledBrowsers;
