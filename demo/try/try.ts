/** The try page: write a playbook, see what is wrong with it, talk to it, and take it to a site. */
import { checkText, type CheckedText } from '../../src/authoring/check-text.js';
import type { Problem } from '../../src/playbook/error.js';
import { showChecks } from './checks.js';
import { keepDraft, type Draft } from './draft.js';
import { workWithFiles } from './files.js';
import { button, part } from './find.js';
import { createLanguages } from './languages.js';
import { stayOffline } from './offline.js';
import { createPreview } from './preview.js';
import { readySheet, toast } from './sheet.js';
import { offerStarters } from './starters.js';
import { createTabs } from './tabs.js';
import { readyTools } from './tools.js';
import { createWriting } from './writing.js';

/** How long nobody types before the chat is made anew, and before the check looks again. */
const CHAT_PAUSE_MS = 500;
const CHECK_PAUSE_MS = 150;

/** Runs when there was a pause. */
const afterPause = (ms: number, run: () => void): (() => void) => {
  let timer: ReturnType<typeof setTimeout> | undefined;
  return () => {
    clearTimeout(timer);
    timer = setTimeout(run, ms);
  };
};

const start = (): void => {
  const preview = createPreview();
  const languages = createLanguages((locale) => preview.restart({ locale }));
  const showTab = createTabs();
  const chatWords = part('chat-words', HTMLElement);
  const rehearsal = chatWords.textContent ?? '';
  let draft: Draft | null = null;

  const look = (): CheckedText => checkText(writing.text);
  const follow = ({ line = 1, column = 1 }: Problem): void => {
    showTab('playbook');
    writing.goTo(line, column);
  };
  const check = (): void => {
    const { problems } = look();
    const empty = writing.text.trim() === '';
    showChecks(problems, { empty, follow });
    writing.mark(empty ? [] : problems);
  };
  const talk = (): void => {
    const { playbook } = look();
    chatWords.textContent =
      playbook || !part('chat', HTMLElement).hasChildNodes()
        ? rehearsal
        : 'This is the last version that could be read.';
    if (!playbook) return;
    languages.follow(playbook);
    preview.show(playbook);
  };
  const checkSoon = afterPause(CHECK_PAUSE_MS, check);
  const talkSoon = afterPause(CHAT_PAUSE_MS, talk);
  const writing = createWriting('', () => {
    draft?.changed();
    checkSoon();
    talkSoon();
  });
  draft = keepDraft(() => writing.text);

  /** Another text in the place of the one that is there; undo brings that back. */
  const put = (text: string): void => {
    writing.replace(text);
    check();
    talk();
  };
  const files = workWithFiles({ text: () => writing.text, opened: put, said: toast });
  const chosen = (text: string, name: string): void => {
    put(text);
    files.renamed(name);
  };
  if (draft.text) put(draft.text);
  offerStarters({ chosen, said: toast })
    .then((first) => {
      if (draft?.text === undefined && !writing.text) first();
    })
    .catch(() => toast('The starters could not be loaded'));

  button('undo').addEventListener('click', () => writing.undo());
  button('redo').addEventListener('click', () => writing.redo());
  button('restart').addEventListener('click', () => preview.restart());
  readySheet();
  const showProblems = (): void => {
    showTab('checks');
    part('problems', HTMLUListElement).querySelector('button')?.focus();
  };
  const { ahead } = readyTools({ preview, writing, look, showChecks: showProblems });
  check();
  stayOffline(ahead);
};

start();
