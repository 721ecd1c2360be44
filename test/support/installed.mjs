/**
 * Where the three browser engines are on this machine. Built-ins only: it is asked before any package is
 * there. CHROME_PATH, FIREFOX_PATH and MINIBROWSER_PATH win over the usual places.
 */
import { existsSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';

export const engineNames = ['chromium', 'firefox', 'webkit'];

const first = (...paths) => paths.find((path) => path && existsSync(path));

const onPath = (...names) =>
  first(
    ...(process.env.PATH ?? '').split(delimiter).flatMap((folder) => names.map((name) => join(folder, name))),
  );

const miniBrowser = () => {
  const roots = ['/usr/lib', '/usr/lib64', '/usr/libexec'];
  for (const root of roots.filter(existsSync)) {
    const folders = [root, ...readdirSync(root).map((name) => join(root, name))];
    const found = first(
      ...folders.flatMap((folder) => [
        join(folder, 'webkit2gtk-4.1', 'MiniBrowser'),
        join(folder, 'webkitgtk-6.0', 'MiniBrowser'),
      ]),
    );
    if (found) return found;
  }
  return undefined;
};

/** The way to WebKit: its driver, the browser it starts, and Xvfb where there is no display. */
const webkit = () => {
  const driver = onPath('WebKitWebDriver');
  const browser = first(process.env.MINIBROWSER_PATH) ?? miniBrowser();
  const hasDisplay = Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
  const xvfb = hasDisplay ? undefined : onPath('Xvfb');
  if (!driver || !browser || (!hasDisplay && !xvfb)) return undefined;
  return { driver, browser, xvfb };
};

/** The path of each engine that is installed; an engine that is not there is undefined. */
export const installedBrowsers = () => ({
  chromium: first(
    process.env.CHROME_PATH,
    onPath('chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'),
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ),
  firefox: first(
    process.env.FIREFOX_PATH,
    onPath('firefox-esr', 'firefox'),
    '/Applications/Firefox.app/Contents/MacOS/firefox',
  ),
  webkit: webkit(),
});
