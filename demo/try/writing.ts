/** The box that the playbook is written in: plain at once, the code editor as soon as it is there. */
import { part } from './find.js';
import type { Editor } from './editor/editor.js';
import { plainEditor } from './editor/plain-editor.js';

const LABEL = 'Playbook, as JSON';

/** An editor that stays the same for its users while the box behind it is exchanged. */
export const createWriting = (text: string, changed: () => void): Editor => {
  const host = part('editor', HTMLElement);
  const box = part('plain', HTMLTextAreaElement);
  box.value = text;
  let now = plainEditor(box, changed);
  let problems: Parameters<Editor['mark']>[0] = [];

  const exchange = async (): Promise<void> => {
    const { codeEditor } = await import('./editor/code-editor.js');
    const hadFocus = document.activeElement === box;
    const before = box.value.slice(0, box.selectionStart).split('\n');
    now = codeEditor(host, { text: box.value, label: LABEL, changed });
    box.remove();
    now.mark(problems);
    if (hadFocus) now.goTo(before.length, (before.at(-1)?.length ?? 0) + 1);
  };
  // Without it people write in the plain box.
  exchange().catch(() => {});

  return {
    get text() {
      return now.text;
    },
    replace: (words, from, to) => now.replace(words, from, to),
    goTo: (line, column) => now.goTo(line, column),
    undo: () => now.undo(),
    redo: () => now.redo(),
    mark(found) {
      problems = found;
      now.mark(found);
    },
    focus: () => now.focus(),
  };
};
