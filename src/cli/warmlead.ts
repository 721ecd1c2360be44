#!/usr/bin/env node
/** The command `warmlead`. */
import { readdirSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { systemClock } from '../adapters/system-clock.js';
import { checkCommand } from './check-command.js';
import type { ExitCode, Terminal } from './command.js';
import { connectCommand } from './connect-command.js';
import { explainCommand } from './explain-command.js';
import { initCommand } from './init-command.js';
import { learnCommand } from './learn-command.js';
import { publishCommand } from './publish-command.js';
import { routeCommand } from './route-command.js';
import { snippetCommand } from './snippet-command.js';
import { tagCommand } from './tag-command.js';

const HELP = `warmlead: begins playbooks, checks them, explains them and prepares them for a website.

  warmlead init                     list playbooks to start from
  warmlead init <starter> -o <new>  write one of them; left out, -o is playbook.json
  warmlead connect <page.html>      print the "delivery" for a form that you have, from its HTML
  warmlead check <file>             say what is wrong with a playbook, and how to mend it
  warmlead learn <page.html|faq.csv|folder>
                                    draft answers from what your website says already; with -o <new>
                                    into a file of their own
  warmlead explain --data <file>    say what is kept where and how long, what is sent and when,
                                    what strangers can read; with drafts for your lawyer
  warmlead route <file> <leads.csv>  say who would get which of the leads in a table, and what the rules
                                    for owners miss; with --private <file> by the private part too
  warmlead publish <file> -o <new>  write the public file: the playbook without its private part
  warmlead tag <file>               print the script tag for a playbook
  warmlead snippet <file> --src <address of warmlead.js>
                                    print one block to paste, playbook and all, for tag managers and
                                    boxes for HTML; with --csp what a security policy has to allow,
                                    with --events dataLayer it tells the data layer what happens
  warmlead --version
  warmlead --help

  check, connect, explain, learn and route: --json prints the same as JSON.
  publish: without -o the public file is printed.

Ends with 0 when there are no errors, 1 when the playbook has errors, 2 when it could not be read
or something could not be written.`;

/** A file's own name, whatever the links to it are called; the name as given where there is no such file. */
const realName = (file: string): string => {
  try {
    return realpathSync(file);
  } catch {
    return resolve(file);
  }
};

/** Null where it is no folder, or may not be opened. */
const filesIn = (folder: string): readonly string[] | null => {
  try {
    const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
    return entries
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .sort();
  } catch {
    return null;
  }
};

const terminal: Terminal = {
  out: (text) => void process.stdout.write(`${text}\n`),
  err: (text) => void process.stderr.write(`${text}\n`),
  read: (file) => readFileSync(file, 'utf8'),
  write: (file, text) => writeFileSync(file, text),
  create: (file, text) => writeFileSync(file, text, { flag: 'wx' }),
  files: filesIn,
  isSame: (file, other) => realName(file) === realName(other),
};

/** What each command wants to do with its file, for the sentence that asks for one. */
const COMMANDS: ReadonlyMap<string, string> = new Map([
  ['check', 'check'],
  ['connect', 'read the form from'],
  ['explain', 'explain'],
  ['learn', 'learn from'],
  ['publish', 'publish'],
  ['route', 'take the rules from'],
  ['snippet', 'use'],
  ['tag', 'use'],
]);

/** The version of the package this file is in, built or not. */
const version = (): string => {
  for (const up of ['../../package.json', '../../../package.json']) {
    try {
      const { name, version: found } = JSON.parse(readFileSync(new URL(up, import.meta.url), 'utf8'));
      if (name === 'warmlead') return String(found);
    } catch {
      // Not there: built and unbuilt files lie at different depths.
    }
  }
  return 'unknown';
};

const usage = (message: string): ExitCode => {
  terminal.err(`${message}\n\n${HELP}`);
  return 2;
};

const run = (args: readonly string[]): ExitCode => {
  let given;
  try {
    given = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        csp: { type: 'boolean' },
        data: { type: 'boolean' },
        events: { type: 'string' },
        json: { type: 'boolean' },
        output: { type: 'string', short: 'o' },
        private: { type: 'string' },
        src: { type: 'string' },
        help: { type: 'boolean', short: 'h' },
        version: { type: 'boolean', short: 'v' },
      },
    });
  } catch {
    return usage('One of the options is not known here.');
  }
  const { values, positionals } = given;
  const [command, file, ...more] = positionals;
  const { output, src } = values;
  const verb = COMMANDS.get(command ?? '');
  const json = values.json === true;
  if (values.help) terminal.out(HELP);
  else if (values.version) terminal.out(version());
  else if (command === undefined) return usage('Say what to do.');
  else if (command === 'init' && more.length === 0) return initCommand(file, { output }, terminal);
  else if (verb === undefined && command !== 'init') return usage(`There is no command "${command}".`);
  else if (file === undefined) return usage(`Say which file to ${verb}.`);
  else if (command === 'route' && more.length !== 1) return usage('Say which table has the leads.');
  else if (command !== 'route' && more.length > 0) return usage('One file at a time.');
  else if (output !== undefined && command !== 'publish' && command !== 'learn')
    return usage('Only "publish", "learn" and "init" write a file, so -o belongs there.');
  else if (command === 'explain' && values.data !== true)
    return usage("Say what to explain: --data is what happens to people's data.");
  else if (command === 'tag') return tagCommand(file, terminal);
  else if (command === 'route')
    return routeCommand(
      { playbook: file, leads: more[0] ?? '', hidden: values.private },
      { json, now: new Date(systemClock().nowMs()).toISOString() },
      terminal,
    );
  else if (command === 'learn') return learnCommand(file, { json, output }, terminal);
  else if (command === 'connect') return connectCommand(file, { json }, terminal);
  else if (command === 'snippet' && !src)
    return usage('Say where warmlead.js is: --src https://www.example.com/warmlead/warmlead.js');
  else if (command === 'snippet')
    return snippetCommand(
      file,
      { src: src ?? '', events: values.events, csp: values.csp === true },
      terminal,
    );
  else if (command === 'explain') return explainCommand(file, { json }, terminal);
  else if (command === 'publish') return publishCommand(file, { output }, terminal);
  else return checkCommand(file, { json }, terminal);
  return 0;
};

process.exitCode = run(process.argv.slice(2));
