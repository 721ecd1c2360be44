/**
 * A W3C WebDriver client for WebKitGTK, over fetch and without packages: starts Xvfb where there is no
 * display, then WebKitWebDriver on a free port, then one session. Both the element tests and the journeys use it.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { installedBrowsers } from './installed.mjs';

export interface Appearance {
  readonly colorScheme?: 'light' | 'dark';
  readonly reducedMotion?: boolean;
}

export interface WebDriver {
  /** `path` is relative to the session; fails with the driver's own error code and message. */
  call<T>(method: 'GET' | 'POST' | 'DELETE', path: string, body?: unknown): Promise<T>;
  /** Ends the session and every process that was started for it. */
  stop(): Promise<void>;
  /** Ends the same processes at once, as a crash would. */
  kill(): void;
}

/** A port nobody listens on now; another process could take it before it is used. */
export const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' && address ? address.port : 0;
      server.close(() => resolve(port));
    });
  });

const live = new Set<ChildProcess>();
const endGroup = (child: ChildProcess, signal: NodeJS.Signals): void => {
  try {
    if (child.pid !== undefined) process.kill(-child.pid, signal);
  } catch {
    // The group has ended by itself.
  }
};
process.once('exit', () => live.forEach((child) => endGroup(child, 'SIGKILL')));
// A signal would end this process without its exit handlers, ours and puppeteer's.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => process.exit(1));

/** A child with a process group of its own, so that what it starts ends with it. */
const run = (
  command: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv,
  pipe = false,
): ChildProcess => {
  const stdio = ['ignore', 'ignore', 'ignore', ...(pipe ? ['pipe' as const] : [])] as const;
  const child = spawn(command, args, { env, stdio: [...stdio], detached: true });
  live.add(child);
  child.once('exit', () => live.delete(child));
  return child;
};

/**
 * Xvfb chooses a free display and writes its number to file descriptor 3. Without a window manager a window has
 * the focus only while it lies under the pointer, and the pointer rests at the centre of the screen: so the screen
 * is small, for the narrowest window to cover its centre. Windows may be larger than the screen.
 */
const startDisplay = async (command: string): Promise<{ child: ChildProcess; display: string }> => {
  const args = ['-displayfd', '3', '-screen', '0', '600x400x24', '-nolisten', 'tcp'];
  const child = run(command, args, process.env, true);
  const number = await new Promise<string>((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', () => reject(new Error('Xvfb ended before it named its display.')));
    child.stdio[3]?.once('data', (data: Buffer) => resolve(String(data).trim()));
  });
  return { child, display: `:${number}` };
};

/** GTK settings of one run: the looks the test asks for, and a toolbar that lets the window become narrow. */
const gtkSettings = (folder: string, { colorScheme, reducedMotion }: Appearance): NodeJS.ProcessEnv => {
  const gtk = join(folder, 'gtk-3.0');
  mkdirSync(gtk, { recursive: true });
  const theme = colorScheme === 'dark' ? 'Adwaita-dark' : 'Adwaita';
  const animations = reducedMotion ? 0 : 1;
  writeFileSync(
    join(gtk, 'settings.ini'),
    `[Settings]\ngtk-theme-name=${theme}\ngtk-enable-animations=${animations}\n`,
  );
  writeFileSync(
    join(gtk, 'gtk.css'),
    '* { min-width: 0; padding: 0; margin: 0; border-width: 0; font-size: 2px; }\n',
  );
  return { XDG_CONFIG_HOME: folder };
};

const request = async <T>(url: string, method: string, body?: unknown): Promise<T> => {
  const answer = await fetch(url, {
    method,
    headers: { 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const { value } = (await answer.json()) as { value: T & { error?: string; message?: string } };
  if (!answer.ok)
    throw new Error(`WebKit: ${method} ${new URL(url).pathname}: ${value.error}: ${value.message}`);
  return value;
};

const untilReady = async (base: string): Promise<void> => {
  for (let tries = 0; ; tries++) {
    try {
      await request(`${base}/status`, 'GET');
      return;
    } catch (error) {
      if (tries > 100) throw error;
      await sleep(50);
    }
  }
};

/** One WebKit with one session. Storage lives as long as the session: automation is always a private window. */
export const startWebKit = async (appearance: Appearance = {}): Promise<WebDriver> => {
  const { webkit } = installedBrowsers();
  if (!webkit) throw new Error('WebKitWebDriver, MiniBrowser or Xvfb is not installed.');
  const folder = mkdtempSync(join(tmpdir(), 'warmlead-webkit-'));
  const children: ChildProcess[] = [];
  const end = (signal: NodeJS.Signals): void => {
    children.toReversed().forEach((child) => endGroup(child, signal));
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    const env = { ...process.env, ...gtkSettings(folder, appearance) };
    if (webkit.xvfb) {
      const { child, display } = await startDisplay(webkit.xvfb);
      children.push(child);
      env.DISPLAY = display;
    }
    const port = await freePort();
    const base = `http://127.0.0.1:${port}`;
    children.push(run(webkit.driver, [`--port=${port}`], env));
    await untilReady(base);
    const options = { binary: webkit.browser, args: ['--automation'] };
    const capabilities = { alwaysMatch: { browserName: 'MiniBrowser', 'webkitgtk:browserOptions': options } };
    const { sessionId } = await request<{ sessionId: string }>(`${base}/session`, 'POST', { capabilities });
    const session = `${base}/session/${sessionId}`;
    return {
      call: (method, path, body) => request(session + path, method, body),
      async stop() {
        await request(session, 'DELETE').catch(() => undefined);
        end('SIGTERM');
      },
      kill: () => end('SIGKILL'),
    };
  } catch (error) {
    end('SIGKILL');
    throw error;
  }
};

const keys: Readonly<Record<string, string>> = {
  Backspace: '\uE003',
  Tab: '\uE004',
  Enter: '\uE007',
  Shift: '\uE008',
  Control: '\uE009',
  Alt: '\uE00A',
  Escape: '\uE00C',
  Space: ' ',
  PageUp: '\uE00E',
  PageDown: '\uE00F',
  End: '\uE010',
  Home: '\uE011',
  ArrowLeft: '\uE012',
  ArrowUp: '\uE013',
  ArrowRight: '\uE014',
  ArrowDown: '\uE015',
  Delete: '\uE017',
};

export type Action = { readonly type: string; readonly [detail: string]: unknown };

/** `key` is a name such as `Enter` or one character. */
export const keyDown = (key: string): Action => ({ type: 'keyDown', value: keys[key] ?? key });
export const keyUp = (key: string): Action => ({ type: 'keyUp', value: keys[key] ?? key });

/** The actions of one key with what is held down meanwhile: `Enter`, `Shift+Tab`. */
export const chord = (keys: string): readonly Action[] => {
  const names = keys.split('+');
  return [...names.map(keyDown), ...names.toReversed().map(keyUp)];
};

export const performKeys = (driver: WebDriver, actions: readonly Action[]): Promise<void> =>
  driver.call('POST', '/actions', { actions: [{ type: 'key', id: 'keys', actions }] });

export const performPointer = (driver: WebDriver, actions: readonly Action[]): Promise<void> =>
  driver.call('POST', '/actions', {
    actions: [{ type: 'pointer', id: 'mouse', parameters: { pointerType: 'mouse' }, actions }],
  });

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** Makes the page's own area that large, as far as the window allows; answers what it became. */
export const resizeViewport = async (driver: WebDriver, { width, height }: Size): Promise<Size> => {
  const inner = (): Promise<[number, number]> =>
    driver.call('POST', '/execute/sync', { script: 'return [innerWidth, innerHeight]', args: [] });
  for (let tries = 0; tries < 5; tries++) {
    const [w, h] = await inner();
    if (w === width && h === height) break;
    const rect = await driver.call<Size>('GET', '/window/rect');
    const next = { width: rect.width + width - w, height: rect.height + height - h };
    await driver.call('POST', '/window/rect', { x: 0, y: 0, ...next });
    await sleep(100);
  }
  const [w, h] = await inner();
  return { width: w, height: h };
};
