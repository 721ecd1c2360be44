/** The code editor: CodeMirror with what JSON needs. Loaded behind the page. */
import {
  autocompletion,
  closeBrackets,
  closeBracketsKeymap,
  completionKeymap,
} from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap, redo, undo } from '@codemirror/commands';
import { json } from '@codemirror/lang-json';
import {
  bracketMatching,
  codeFolding,
  foldGutter,
  foldKeymap,
  indentOnInput,
  indentUnit,
  syntaxHighlighting,
} from '@codemirror/language';
import { lintGutter, lintKeymap, setDiagnostics, type Diagnostic } from '@codemirror/lint';
import { highlightSelectionMatches, search, searchKeymap } from '@codemirror/search';
import { EditorState, type Text } from '@codemirror/state';
import {
  drawSelection,
  EditorView,
  highlightActiveLine,
  highlightActiveLineGutter,
  keymap,
  lineNumbers,
  placeholder,
} from '@codemirror/view';
import type { Problem } from '../../../src/playbook/error.js';
import type { Editor } from './editor.js';
import { hangingLines } from './hanging-lines.js';
import { highlighting, theme } from './look.js';

/** What is underlined where a problem begins: a text, a word, or one character. */
const MARKED = /^(?:"(?:[^"\\\r\n]|\\.)*"|[\p{L}\p{N}_$.-]+)/u;

const placeIn = (doc: Text, line: number, column: number): number => {
  const { from, length } = doc.line(Math.min(Math.max(1, line), doc.lines));
  return from + Math.min(Math.max(0, column - 1), length);
};

const diagnosticOf = (doc: Text, { line = 1, column = 1, level, message, cure }: Problem): Diagnostic => {
  const from = placeIn(doc, line, column);
  const rest = doc.sliceString(from, doc.lineAt(from).to);
  const length = MARKED.exec(rest)?.[0].length ?? Math.min(1, rest.length);
  return { from, to: from + length, severity: level, message: `${message} ${cure}` };
};

/**
 * Takes the place of a plain box inside `host`, with its text. It lives in a shadow root, because there its styles
 * need no exception in a content security policy.
 */
export const codeEditor = (
  host: HTMLElement,
  { text, label, changed }: { readonly text: string; readonly label: string; readonly changed: () => void },
): Editor => {
  const root = host.shadowRoot ?? host.attachShadow({ mode: 'open' });
  const view = new EditorView({
    root,
    parent: root,
    state: EditorState.create({
      doc: text,
      extensions: [
        lintGutter(),
        lineNumbers(),
        highlightActiveLineGutter(),
        history(),
        foldGutter(),
        codeFolding(),
        drawSelection(),
        indentUnit.of('  '),
        indentOnInput(),
        bracketMatching(),
        closeBrackets(),
        autocompletion(),
        highlightActiveLine(),
        highlightSelectionMatches(),
        search({ top: true }),
        json(),
        placeholder('Choose a starter, open a file, or begin with {'),
        syntaxHighlighting(highlighting),
        theme,
        hangingLines,
        EditorView.contentAttributes.of({
          'aria-label': label,
          tabindex: '0',
          spellcheck: 'false',
          translate: 'no',
        }),
        // Tab is not taken: it leads out of the box, as everywhere on the page.
        keymap.of([
          ...closeBracketsKeymap,
          ...defaultKeymap,
          ...searchKeymap,
          ...historyKeymap,
          ...foldKeymap,
          ...completionKeymap,
          ...lintKeymap,
        ]),
        EditorView.updateListener.of((update) => {
          if (update.docChanged) changed();
        }),
      ],
    }),
  });
  return {
    get text() {
      return view.state.doc.toString();
    },
    replace(insert, from = 0, to = view.state.doc.length) {
      const whole = from === 0 && to === view.state.doc.length;
      view.dispatch({
        changes: { from, to, insert },
        selection: { anchor: whole ? 0 : from },
        scrollIntoView: true,
        userEvent: 'input.replace',
      });
    },
    goTo(line, column) {
      const at = placeIn(view.state.doc, line, column);
      view.dispatch({
        selection: { anchor: at },
        effects: EditorView.scrollIntoView(at, { y: 'center' }),
      });
      view.focus();
    },
    undo: () => void undo(view),
    redo: () => void redo(view),
    mark(problems) {
      const { doc } = view.state;
      view.dispatch(
        setDiagnostics(
          view.state,
          problems.map((problem) => diagnosticOf(doc, problem)),
        ),
      );
    },
    focus: () => view.focus(),
  };
};
