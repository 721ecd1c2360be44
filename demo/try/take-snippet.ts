/** *Copy snippet*: the block for a site, and what a strict site has to allow for it. */
import { snippetPolicy } from '../../src/authoring/snippet-policy.js';
import { snippetFor, snippetScript } from '../../src/authoring/snippet.js';
import { countsOf } from '../../src/cli/report.js';
import type { Problem } from '../../src/playbook/error.js';
import { icon, made } from './find.js';
import { checksFirst, openSheet } from './sheet.js';
import type { Surroundings } from './tools.js';

/** The source that allows exactly this script; one with a nonce where the browser counts no hashes (plain http). */
const sourceFor = async (script: string): Promise<string> => {
  const digest = await globalThis.crypto.subtle?.digest('SHA-256', new TextEncoder().encode(script));
  return digest ? `sha256-${btoa(String.fromCharCode(...new Uint8Array(digest)))}` : 'nonce-…';
};

/** Answers whether it is on the clipboard now. */
const copied = async (box: HTMLTextAreaElement): Promise<boolean> => {
  try {
    await navigator.clipboard.writeText(box.value);
    return true;
  } catch {
    // No clipboard without a secure connection; the old way asks for a selection.
    box.select();
    return document.execCommand('copy');
  }
};

const field = (label: string, control: HTMLElement, hint = ''): HTMLElement => {
  const words = made('label', 'field', made('span', '', label), control);
  return hint ? made('div', '', words, made('p', 'hint', hint)) : words;
};

const problemWords = (problems: readonly Problem[]): string => {
  const { errors } = countsOf(problems);
  return errors === 1
    ? 'There is 1 error in the playbook. Mend it first, so that no visitor meets it.'
    : `There are ${errors} errors in the playbook. Mend them first, so that no visitor meets them.`;
};

const addressOf = (text: string): string | null => {
  try {
    return new URL(text, document.baseURI).href;
  } catch {
    return null;
  }
};

export const takeSnippet = async (around: Surroundings): Promise<void> => {
  const { playbook, problems } = around.look();
  if (!playbook || problems.some(({ level }) => level === 'error'))
    return checksFirst('Copy snippet', problemWords(problems), around.showChecks);

  const { text } = around.writing;
  const address = made('input');
  address.type = 'url';
  address.value = new URL('warmlead.js', document.baseURI).href;
  const box = made('textarea', 'low');
  box.readOnly = true;
  const act = made('button', 'primary', 'Copy');
  act.type = 'button';
  const said = made('span', 'said');
  said.role = 'status';
  const policy = made('pre', 'code');
  policy.tabIndex = 0;

  const write = async (): Promise<void> => {
    const src = addressOf(address.value);
    if (!src) return;
    box.value = snippetFor(text, { src });
    const source = await sourceFor(snippetScript(text, { src }));
    policy.textContent = snippetPolicy(playbook, src, source).join('\n');
  };
  const copy = async (): Promise<void> => {
    const isThere = await copied(box);
    said.replaceChildren(
      icon(isThere ? 'done' : 'warning'),
      made('span', '', isThere ? 'Copied' : 'Select the text and copy it yourself'),
    );
  };
  act.addEventListener('click', () => void copy());
  address.addEventListener('input', () => {
    said.replaceChildren();
    void write();
  });
  await write();
  const strict = made('details', '', made('summary', '', 'If your site has a content security policy'));
  strict.append(
    made(
      'p',
      'hint',
      'Add these sources to its lines. The hash changes with every edit; a nonce on the block does as well.',
    ),
    policy,
  );
  openSheet(
    'Copy snippet',
    [
      made(
        'p',
        '',
        'Paste this block once, before </body> or into a custom HTML tag. The playbook is in it.',
      ),
      field('Snippet', box),
      made('div', 'row', act, said),
      field(
        'Where warmlead.js lies',
        address,
        'Put the files of this folder on your own site and give their address here. Until then the copy beside this page serves.',
      ),
      strict,
    ],
    act,
  );
  await copy();
  act.focus();
};
