#!/usr/bin/env node
/** The command `warmlead`. */
import { readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { checkCommand } from './check-command.js';
import type { ExitCode, Terminal } from './command.js';
import { explainCommand } from './explain-command.js';
import { publishCommand } from './publish-command.js';
import { tagCommand } from './tag-command.js';

const HELP = `warmlead: checks playbooks, explains them and prepares them for a website.

  warmlead check <file>             say what is wrong with a playbook, and how to mend it
  warmlead explain --data <file>    say what is kept where and how long, what is sent and when,
                                    what strangers can read; with drafts for your lawyer
  warmlead publish <file> -o <new>  write the public file: the playbook without its private part
  warmlead tag <file>               print the script tag for a playbook
  warmlead --version
  warmlead --help

  check and explain: --json prints the same as JSON.
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

const terminal: Terminal = {
  out: (text) => void process.stdout.write(`${text}\n`),
  err: (text) => void process.stderr.write(`${text}\n`),
  read: (file) => readFileSync(file, 'utf8'),
  write: (file, text) => writeFileSync(file, text),
  isSame: (file, other) => realName(file) === realName(other),
};

/** What each command wants to do with its file, for the sentence that asks for one. */
const COMMANDS: ReadonlyMap<string, string> = new Map([
  ['check', 'check'],
  ['explain', 'explain'],
  ['publish', 'publish'],
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
        data: { type: 'boolean' },
        json: { type: 'boolean' },
        output: { type: 'string', short: 'o' },
        help: { type: 'boolean', short: 'h' },
        version: { type: 'boolean', short: 'v' },
      },
    });
  } catch {
    return usage('One of the options is not known here.');
  }
  const { values, positionals } = given;
  const [command, file, ...more] = positionals;
  const verb = COMMANDS.get(command ?? '');
  const json = values.json === true;
  if (values.help) terminal.out(HELP);
  else if (values.version) terminal.out(version());
  else if (command === undefined) return usage('Say what to do.');
  else if (verb === undefined) return usage(`There is no command "${command}".`);
  else if (file === undefined) return usage(`Say which file to ${verb}.`);
  else if (more.length > 0) return usage('One file at a time.');
  else if (values.output !== undefined && command !== 'publish')
    return usage('Only "publish" writes a file, so -o belongs there.');
  else if (command === 'explain' && values.data !== true)
    return usage("Say what to explain: --data is what happens to people's data.");
  else if (command === 'tag') return tagCommand(file, terminal);
  else if (command === 'explain') return explainCommand(file, { json }, terminal);
  else if (command === 'publish') return publishCommand(file, { output: values.output }, terminal);
  else return checkCommand(file, { json }, terminal);
  return 0;
};

process.exitCode = run(process.argv.slice(2));
