import { connectForm, type Connected } from '../authoring/connect.js';
import { textOf, type ExitCode, type Terminal } from './command.js';
import { block, labelled } from './layout.js';
import { readMarkup } from './read-form.js';

const list = (title: string, rows: readonly string[]): readonly string[] =>
  rows.length > 0 ? ['', title, ...rows.flatMap((row) => block(`- ${row}`, 2, 4))] : [];

/** What an owner should read about a form, besides the `delivery` itself. */
const remarks = ({ service, filled, unplaced, missing, insisted, notes }: Connected): readonly string[] => [
  `This is how leads go into ${service === 'this form' ? service : `this form of ${service}`}. Put it into your playbook.`,
  ...(filled.length > 0
    ? ['', 'Filled:', ...labelled(filled.map(({ said, field }) => [field, said] as const))]
    : []),
  ...list(
    'Must be filled, but nothing fills it, so leads may be refused. Make it optional in the form:',
    missing,
  ),
  ...list(
    'Must be filled, so let your contact card insist on it:',
    insisted.map(({ said, field }) => `${said} (for ${field})`),
  ),
  ...list('No field takes this; the person who reads the lead finds it in the brief:', unplaced),
  ...list('Good to know:', notes),
];

/** `warmlead connect <file>`: the `delivery` for a form that a company has, from its HTML. */
export const connectCommand = (
  file: string,
  { json }: { readonly json: boolean },
  terminal: Terminal,
): ExitCode => {
  const html = textOf(file, terminal);
  if (html === null) return 2;
  const connected = connectForm(readMarkup(html));
  if (!connected) {
    terminal.err(
      `${file} has no form that somebody could write to. Save the HTML of the page with your form, or the code that HubSpot, Salesforce, Zoho or your form service gives you, and try that.`,
    );
    return 1;
  }
  if (json) {
    terminal.out(JSON.stringify({ file, ...connected }, null, 2));
    return 0;
  }
  terminal.out(`"delivery": ${JSON.stringify(connected.delivery, null, 2)}`);
  terminal.err(remarks(connected).join('\n'));
  return 0;
};
