/** A plain box: there at once, and for good where the code editor cannot be loaded. */
import { offsetOf, type Editor } from './editor.js';

export const plainEditor = (box: HTMLTextAreaElement, changed: () => void): Editor => {
  box.addEventListener('input', changed);
  const run = (command: string, text?: string) => {
    const before = box.value;
    box.focus({ preventScroll: true });
    // Old, but the only way to write into a box that its own undo knows about.
    document.execCommand(command, false, text);
    return box.value !== before;
  };
  return {
    get text() {
      return box.value;
    },
    replace(text, from = 0, to = box.value.length) {
      const had = document.activeElement;
      box.setSelectionRange(from, to);
      if (!run(text ? 'insertText' : 'delete', text) && box.value.slice(from, to) !== text) {
        box.setRangeText(text, from, to, 'end');
        changed();
      }
      box.setSelectionRange(from, from);
      if (from === 0) box.scrollTop = 0;
      if (had instanceof HTMLElement && had !== document.body) had.focus({ preventScroll: true });
      else box.blur();
    },
    goTo(line, column) {
      const at = offsetOf(box.value, line, column);
      box.focus();
      box.setSelectionRange(at, at);
      const lineHeight = Number.parseFloat(getComputedStyle(box).lineHeight) || 20;
      box.scrollTop = Math.max(0, (line - 1) * lineHeight - box.clientHeight / 2);
    },
    undo: () => void run('undo'),
    redo: () => void run('redo'),
    mark: () => {},
    focus: () => box.focus(),
  };
};
