import { checkText } from '../authoring/check-text.js';
import type { Kept } from '../authoring/data-kept.js';
import type { Readable } from '../authoring/data-readable.js';
import type { Asked, Sending } from '../authoring/data-sent.js';
import { explainData, type DataExplained } from '../authoring/explain-data.js';
import { textOf, type ExitCode, type Terminal } from './command.js';
import { KEEPING } from './keeping.js';
import { block, labelled } from './layout.js';
import { countLine, countsOf } from './report.js';

const STORAGES: Readonly<Record<Kept['storage'], string>> = {
  memory: 'nowhere: in the memory of the page only',
  sessionStorage: 'in the browser tab (sessionStorage)',
  localStorage: 'in the browser (localStorage)',
  IndexedDB: 'in the browser (IndexedDB)',
};

const placeOf = ({ storage, name }: Kept): string =>
  `${STORAGES[storage]}${name === undefined ? '' : `, under "${name}"`}`;

const keptLines = (kept: readonly Kept[]): readonly string[] =>
  kept.flatMap((each) => [
    `  ${each.what}${each.personal ? ', personal' : ''}`,
    ...labelled([
      ['where', placeOf(each)],
      ['holds', each.holds],
      ['from', each.from],
      ['until', each.until],
    ]),
    '',
  ]);

const storageNote = ({ settings: { storage } }: DataExplained): readonly string[] => {
  if (storage === 'never')
    return ['  "privacy.storage" is "never", so nothing is kept once the page is left.', ''];
  if (storage === 'allowed') return [];
  return block(
    '"privacy.storage" is "ask-host": as long as your page has not said yes, nothing is kept once it is left, and a no erases everything.',
    2,
  );
};

const consentLines = ({ purpose, text, version, when, refused }: Asked): readonly string[] => [
  `  Consent "${purpose}"`,
  ...labelled([
    ['wording', `"${text}" (version ${version})`],
    ['asked', when],
    ['without', refused],
  ]),
  '',
];

const sentLines = ({ deliveries, holds, notice, consents }: Sending): readonly string[] => [
  ...deliveries.flatMap(({ what, to, when }) => [
    ...block(what, 2),
    ...labelled([
      ['to', to],
      ['when', when],
    ]),
    '',
  ]),
  '  What a lead holds',
  ...holds.flatMap((line) => block(`- ${line}`, 4, 6)),
  '',
  '  Notice beside the send button',
  ...block(
    notice === undefined ? 'none: visitors are not told what happens to what they send' : `"${notice}"`,
    4,
  ),
  '',
  ...(consents.length > 0 ? consents.flatMap(consentLines) : ['  Consents: none is asked for.', '']),
];

const readableLines = (readable: readonly Readable[]): readonly string[] => [
  ...block(
    'The playbook is a public file. What is marked with * is meant for your team: what of it may not be known belongs into "private", which "warmlead publish" leaves out.',
    2,
  ),
  '',
  ...readable.flatMap(({ path, what, examples, internal }) => [
    ...block(`${internal ? '*' : '-'} ${what}`, 2, 4),
    ...examples.flatMap((example) => block(example, 6, 8)),
    ...(path ? [`      at ${path}`] : []),
    '',
  ]),
];

const erasing = ({ kept }: DataExplained): string => {
  const rest = kept.some(({ id }) => id === 'receipts')
    ? ' Where sending was tried, the receipt stays until the receiver has confirmed that it erases the lead; else nothing stays.'
    : '';
  return `Visitors can erase the conversation and their leads in the menu of the chat, under "Privacy and my data".${rest}`;
};

/** The whole explanation as people read it. */
export const explanation = (file: string, explained: DataExplained): readonly string[] => [
  `${file}: what the chat of ${explained.company} does with people's data`,
  '',
  'BEFORE ANYBODY ACTS',
  ...block(
    'Nothing is kept and nothing is sent. A page fetches one script; the playbook and all else follow when somebody opens the chat, or when a chat inside the page comes into view.',
    2,
  ),
  '',
  "KEPT ON THE VISITOR'S DEVICE",
  ...storageNote(explained),
  ...keptLines(explained.kept),
  ...block(erasing(explained), 2),
  '',
  'SENT',
  ...sentLines(explained.sent),
  'WHAT STRANGERS CAN READ',
  ...readableLines(explained.readable),
  'FOR YOUR PRIVACY POLICY',
  `  ${explained.drafts.mark}`,
  '',
  ...block(explained.drafts.policy, 2),
  '',
  'FOR YOUR COOKIE BANNER',
  `  ${explained.drafts.mark}`,
  '',
  ...block(explained.drafts.banner, 2),
];

/** `warmlead explain --data <file>`: what happens to people's data, in plain words or, with `--json`, for programs. */
export const explainCommand = (
  file: string,
  { json }: { readonly json: boolean },
  terminal: Terminal,
): ExitCode => {
  const text = textOf(file, terminal);
  if (text === null) return 2;
  const { playbook, problems } = checkText(text);
  const counts = countsOf(problems);
  if (!playbook || counts.errors > 0) {
    terminal.err(`${file} has ${countLine(counts)}. Run: warmlead check ${file}`);
    return 1;
  }
  const explained = explainData(playbook, KEEPING);
  if (json) terminal.out(JSON.stringify({ file, ...explained }, null, 2));
  else terminal.out(explanation(file, explained).join('\n'));
  return 0;
};
