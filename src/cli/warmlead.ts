#!/usr/bin/env node
/** The command `warmlead`. */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { checkCommand } from './check-command.js';
import type { ExitCode, Terminal } from './command.js';
import { tagCommand } from './tag-command.js';

const HELP = `warmlead: checks playbooks and prints the line that puts the chat on a page.

  warmlead check <file>          say what is wrong with a playbook, and how to mend it
  warmlead check <file> --json   the same as JSON
  warmlead tag <file>            print the script tag for a playbook
  warmlead --version
  warmlead --help

Ends with 0 when there are no errors, 1 when the playbook has errors, 2 when it could not be read.`;

const terminal: Terminal = {
  out: (text) => void process.stdout.write(`${text}\n`),
  err: (text) => void process.stderr.write(`${text}\n`),
  read: (file) => readFileSync(file, 'utf8'),
};

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
        json: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
        version: { type: 'boolean', short: 'v' },
      },
    });
  } catch {
    return usage('One of the options is not known here.');
  }
  const { values, positionals } = given;
  const [command, file, ...more] = positionals;
  if (values.help) terminal.out(HELP);
  else if (values.version) terminal.out(version());
  else if (command === undefined) return usage('Say what to do.');
  else if (command !== 'check' && command !== 'tag') return usage(`There is no command "${command}".`);
  else if (file === undefined) return usage(`Say which file to ${command === 'tag' ? 'use' : 'check'}.`);
  else if (more.length > 0) return usage('One file at a time.');
  else if (command === 'tag') return tagCommand(file, terminal);
  else return checkCommand(file, { json: values.json === true }, terminal);
  return 0;
};

process.exitCode = run(process.argv.slice(2));
