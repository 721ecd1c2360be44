/**
 * What must be there before anything else can run: a Node that is new enough, the packages of the lockfile, and the
 * browsers. Built-ins only, and no syntax that an old Node cannot read, for its sentence must be printed there.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { engineNames, installedBrowsers } from '../support/installed.mjs';

export const root = fileURLToPath(new URL('../../', import.meta.url));

const leastNode = [20, 19];

/** Ends the process with a sentence where Node is too old. */
export const requireNode = () => {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > leastNode[0] || (major === leastNode[0] && minor >= leastNode[1])) return;
  console.error(
    `Warmlead needs Node ${leastNode.join('.')} or newer, and this is ${process.versions.node}. ` +
      'Install a current one from https://nodejs.org and try again.',
  );
  process.exit(1);
};

const packagesIn = (file) => {
  try {
    return JSON.parse(readFileSync(new URL(file, `file://${root}`), 'utf8')).packages || {};
  } catch {
    return undefined;
  }
};

/**
 * Whether node_modules holds what the lockfile says, by content: a clone has no times that one could compare.
 * Optional packages may be missing, they are those of other platforms.
 */
const packagesFit = () => {
  const wanted = packagesIn('package-lock.json');
  const present = packagesIn('node_modules/.package-lock.json');
  if (!wanted || !present) return false;
  const fits = (path) =>
    present[path]
      ? present[path].version === wanted[path].version && present[path].integrity === wanted[path].integrity
      : Boolean(wanted[path].optional);
  return (
    Object.keys(wanted).every((path) => path === '' || fits(path)) &&
    Object.keys(present).every((path) => wanted[path] !== undefined)
  );
};

const run = (command, args, env) =>
  spawnSync(command, args, {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ...env },
    shell: process.platform === 'win32',
  }).status === 0;

/** Runs `npm ci` where the packages are missing or are not those of the lockfile. */
export const installPackages = () => {
  if (packagesFit()) return;
  console.log('Installing packages: npm ci');
  if (run('npm', ['ci', '--include=dev', '--no-audit', '--no-fund'])) return;
  console.error('The packages could not be installed. Run `npm ci` in this folder and see what it says.');
  process.exit(1);
};

const systemPackages = ['chromium', 'firefox-esr', 'webkit2gtk-driver', 'xvfb', 'xauth', 'fonts-noto-core'];
const aptInstall = `apt-get install -y --no-install-recommends ${systemPackages.join(' ')}`;

const isDebian = () => {
  if (process.platform !== 'linux' || !existsSync('/usr/bin/apt-get')) return false;
  const release = existsSync('/etc/os-release') ? readFileSync('/etc/os-release', 'utf8') : '';
  return /^ID(_LIKE)?=.*(debian|ubuntu)/m.test(release);
};

const howTo = () => {
  if (isDebian()) return `Run: sudo apt-get update && sudo ${aptInstall}`;
  if (process.platform === 'darwin') {
    return 'Run: brew install --cask chromium firefox (WebKit is driven by WebKitWebDriver, which needs Linux).';
  }
  return (
    'Install Chromium or Chrome, Firefox, and WebKitGTK with WebKitWebDriver, MiniBrowser and Xvfb; ' +
    'where they lie in unusual places, set CHROME_PATH, FIREFOX_PATH and MINIBROWSER_PATH.'
  );
};

/**
 * Sees to the browsers named in BROWSERS (all three by default): installs what is missing where we are root on
 * Debian or Ubuntu, else says what to run. Answers the engines that are missing all the same.
 */
export const seeToBrowsers = () => {
  const wanted = (process.env.BROWSERS || engineNames.join(',')).split(',');
  const missing = () => {
    const installed = installedBrowsers();
    return wanted.filter((engine) => !installed[engine]);
  };
  if (missing().length === 0) return [];
  if (isDebian() && process.getuid() === 0) {
    console.log(`Installing browsers: ${aptInstall}`);
    const env = { DEBIAN_FRONTEND: 'noninteractive' };
    if (run('apt-get', ['update', '-q'], env)) run('apt-get', aptInstall.split(' ').slice(1), env);
  }
  const still = missing();
  if (still.length > 0) console.error(`Not installed: ${still.join(', ')}. ${howTo()}`);
  return still;
};
