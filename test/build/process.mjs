/** Runs commands, each in a process group of its own, and lets none of them outlive this process. */
import { spawn } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { root } from './bootstrap.mjs';

const running = new Set();
/** Those that are being ended, or were. */
const ended = new WeakSet();

const endGroup = (child, signal) => {
  try {
    if (process.platform === 'win32') child.kill(signal);
    else process.kill(-child.pid, signal);
  } catch {
    // Nothing of the group is left.
  }
};

const groupLives = (child) => {
  try {
    process.kill(-child.pid, 0);
    return true;
  } catch {
    return false;
  }
};

const graceMs = 5000;

/**
 * Asks a command and what it started to end, and ends what has not after five seconds. What it started may still be
 * closing its browsers when the command itself has gone, so the whole group is waited for.
 */
const end = async (child) => {
  ended.add(child);
  endGroup(child, 'SIGTERM');
  const late = performance.now() + graceMs;
  while (groupLives(child) && performance.now() < late) await sleep(50);
  endGroup(child, 'SIGKILL');
};

const signals = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 };
let ending = false;
for (const [signal, code] of Object.entries(signals)) {
  process.on(signal, async () => {
    if (ending) return;
    ending = true;
    await Promise.all([...running].map(end));
    process.exit(code);
  });
}
process.once('exit', () => running.forEach((child) => endGroup(child, 'SIGKILL')));

/** True once this process was told to end. */
export const isEnding = () => ending;

/**
 * Runs `node` with the arguments, in the repository. `output: 'show'` passes on what it prints, else it is
 * collected. Answers its exit code (1 for one that could not start or took longer than `timeoutMs`) and the output.
 */
export const runNode = (args, { env = {}, output = 'collect', timeoutMs = 0 } = {}) =>
  new Promise((resolve) => {
    const show = output === 'show';
    const child = spawn(process.execPath, args, {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: ['ignore', show ? 'inherit' : 'pipe', show ? 'inherit' : 'pipe'],
      detached: process.platform !== 'win32',
    });
    running.add(child);
    let text = '';
    child.stdout?.on('data', (data) => (text += data));
    child.stderr?.on('data', (data) => (text += data));
    const timer = timeoutMs
      ? setTimeout(() => {
          text += `\nEnded after ${timeoutMs / 1000} seconds: it took too long.\n`;
          end(child);
        }, timeoutMs)
      : undefined;
    const settle = (code) => {
      clearTimeout(timer);
      running.delete(child);
      if (!ended.has(child)) endGroup(child, 'SIGKILL');
      resolve({ code: code ?? 1, output: text });
    };
    child.once('error', (error) => {
      text += `${error.message}\n`;
      settle(1);
    });
    child.once('close', settle);
  });
