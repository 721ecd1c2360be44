/**
 * One block of HTML that puts the chat on a page, playbook and all, for tools that do not take files: tag managers,
 * "custom HTML" boxes, header fields. Such tools change what is pasted, so the block holds nothing that they touch:
 * it is ES5, all of it printable ASCII, without `<`, `>` or `&` and without an empty line in the script, and it makes
 * its script element itself, because attributes of pasted ones get lost.
 */
import { PlaybookError } from '../playbook/error.js';
import { readJson } from '../playbook/json-read.js';
import { readPlaybook } from '../playbook/read.js';
import { publishedText } from './publish.js';
import { tagOptions } from './tag-options.js';

export interface SnippetOptions {
  /** Address of `warmlead.js` or `warmlead.all.js`, whole or as the page sees it. */
  readonly src: string;
  /** The data layer that is told what happens, for example `dataLayer`. Left out: none. */
  readonly events?: string | undefined;
}

/** The element that the block makes; a block that runs a second time finds it and does nothing. */
export const SNIPPET_ID = 'warmlead-script';

/**
 * The block to paste. The private part and comments are left out, as in the published file.
 * Throws PlaybookError where the check finds an error: what is pasted is live at once.
 */
export const snippetFor = (playbookText: string, options: SnippetOptions): string =>
  `<script>${snippetScript(playbookText, options)}</script>`;

/** What stands between the tags, to the byte: what a content security policy wants the hash of. Throws likewise. */
export const snippetScript = (playbookText: string, { src, events }: SnippetOptions): string => {
  const published = publishedText(playbookText);
  const read = readPlaybook(playbookText);
  if (!published.ok || !read.ok) throw new PlaybookError(published.ok ? read.problems : faultsIn(published));
  const folder = /^[^?#]*\//.exec(src)?.[0];
  const base = folder === undefined ? [] : ([['base', folder]] as const);
  const told = events ? ([['events', events]] as const) : [];
  const settings = [...tagOptions(read.playbook), ...told, ...base];
  return [
    '',
    '(function (w, d) {',
    `  if (d.getElementById("${SNIPPET_ID}")) return;`,
    '  var o = w.WarmleadOptions || (w.WarmleadOptions = {});',
    ...settings.map(([name, value]) => `  o[${literal(name)}] = ${literal(value)};`),
    `  o.playbook = ${playbookLiteral(published.text)};`,
    '  var s = d.createElement("script");',
    `  s.id = "${SNIPPET_ID}";`,
    '  s.async = true;',
    `  s.src = ${literal(src)};`,
    '  (d.head || d.documentElement).appendChild(s);',
    '})(window, document);',
    '',
  ].join('\n');
};

const faultsIn = ({ problems }: { readonly problems: PlaybookError['problems'] }) =>
  problems.filter(({ level }) => level === 'error');

/** One line a part, so that people find their way. */
const playbookLiteral = (text: string): string => {
  const { $schema: _, ...parts } = readJson(text).value as { readonly [part: string]: unknown };
  const lines = Object.entries(parts).map(([name, part]) => `    ${literal(name)}: ${literal(part)}`);
  return `{\n${lines.join(',\n')}\n  }`;
};

/**
 * Any value of JSON as ES5 that survives: what is not printable ASCII would depend on the page's encoding, `<`, `>`
 * and `&` end scripts or become entities, and `{{…}}` is a variable to tag managers.
 */
const literal = (value: unknown): string =>
  JSON.stringify(value).replace(
    /[^ -~]|[<>&]|\{(?=\{)/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
