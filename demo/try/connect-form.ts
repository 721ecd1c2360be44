/** *Connect a form*: from the HTML of a form that a company has already to the `delivery` of the playbook. */
import { connectForm as connect, type Connected } from '../../src/authoring/connect.js';
import { readJson } from '../../src/playbook/json-read.js';
import { deliveryEdit } from './delivery-edit.js';
import { made } from './find.js';
import { readForm } from './form-html.js';
import { closeSheet, openSheet, toast } from './sheet.js';
import type { Surroundings } from './tools.js';

const listed = (title: string, rows: readonly string[]): readonly Node[] =>
  rows.length === 0
    ? []
    : [
        made(
          'section',
          '',
          made('h3', '', title),
          made('ul', 'points', ...rows.map((row) => made('li', '', row))),
        ),
      ];

const pairsOf = ({ filled }: Connected): readonly Node[] =>
  filled.length === 0
    ? []
    : [
        made(
          'section',
          '',
          made('h3', '', 'Fields that are filled'),
          made(
            'dl',
            'pairs',
            ...filled.flatMap(({ said, field }) => [made('dt', '', field), made('dd', '', said)]),
          ),
        ),
      ];

/** What was found in the HTML, and what an owner should know about it. */
const reportOf = (connected: Connected, write: HTMLButtonElement): readonly Node[] => {
  const { service, delivery, missing, insisted, unplaced, notes } = connected;
  const code = made('pre', 'code delivery', JSON.stringify(delivery, null, 2));
  code.tabIndex = 0;
  return [
    made(
      'div',
      'row',
      made('strong', 'grow', service === 'this form' ? 'A form of your own' : `A form of ${service}`),
      write,
    ),
    ...pairsOf(connected),
    ...listed('Must be filled, but nothing fills it. Make it optional in the form', missing),
    ...listed(
      'Must be filled, so let your contact card insist on it',
      insisted.map(({ said, field }) => `${said} (for ${field})`),
    ),
    ...listed('No field takes this; it is in the brief', unplaced),
    ...listed('Good to know', notes),
    code,
  ];
};

export const connectForm = async ({ writing }: Surroundings): Promise<void> => {
  const box = made('textarea');
  box.spellcheck = false;
  box.placeholder = '<form action="https://…"> … </form>';
  const read = made('button', 'primary', 'Read the form');
  read.type = 'button';
  const result = made('div', 'result');
  result.role = 'status';
  const write = made('button', 'primary', 'Write it into the playbook');
  write.type = 'button';
  let found: Connected | undefined;

  read.addEventListener('click', () => {
    found = connect(readForm(box.value));
    result.replaceChildren(
      ...(found
        ? reportOf(found, write)
        : [
            made(
              'p',
              '',
              box.value.trim()
                ? 'There is no form in it that somebody could write to. Copy the HTML of the page with your form, or the code that your form service gives you.'
                : 'Paste the HTML of your form first.',
            ),
          ]),
    );
    result.scrollIntoView?.({ block: 'nearest' });
  });
  write.addEventListener('click', () => {
    const { text } = writing;
    const edit = found && deliveryEdit(text, found.delivery);
    if (!edit) {
      result.replaceChildren(
        made('p', '', 'The playbook cannot be read to its end, so there is no place for it. Mend it first.'),
      );
      return;
    }
    writing.replace(edit.text, edit.from, edit.to);
    closeSheet();
    const { line, column } = readJson(writing.text).locate('delivery', 'name');
    writing.goTo(line, column);
    toast('Written into the playbook. Undo takes it back.');
  });
  openSheet(
    'Connect a form',
    [
      made(
        'p',
        '',
        'Paste the HTML of a form that you have: of HubSpot, Salesforce, Zoho, Contact Form 7, Web3Forms, Formspree, or of your own. It is read on this page and sent nowhere.',
      ),
      made('label', 'field', made('span', '', 'HTML of the form'), box),
      made('div', 'row', read),
      result,
    ],
    box,
  );
};
