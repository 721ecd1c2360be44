/** Long lines are wrapped, and what is wrapped begins where its line does. */
import { RangeSetBuilder, type Extension } from '@codemirror/state';
import { Decoration, EditorView, ViewPlugin, type DecorationSet } from '@codemirror/view';

/** Deeper lines hang as these do, so that a narrow window keeps some room for the text. */
const DEEPEST = 16;
const MARKS = Array.from({ length: DEEPEST + 1 }, (_, depth) =>
  Decoration.line({ class: `cm-hang-${depth}` }),
);

// Classes and not styles of each line: a content security policy forbids those.
const rules = EditorView.theme(
  Object.fromEntries(
    MARKS.map((_, depth) => [
      `.cm-line.cm-hang-${depth}`,
      { textIndent: `-${depth + 2}ch`, paddingLeft: `calc(6px + ${depth + 2}ch)` },
    ]),
  ),
);

const marksIn = (view: EditorView): DecorationSet => {
  const found = new RangeSetBuilder<Decoration>();
  for (const { from, to } of view.visibleRanges) {
    for (let at = from; at <= to;) {
      const line = view.state.doc.lineAt(at);
      const depth = Math.min(/^ */.exec(line.text)?.[0].length ?? 0, DEEPEST);
      const mark = MARKS[depth];
      if (mark) found.add(line.from, line.from, mark);
      at = line.to + 1;
    }
  }
  return found.finish();
};

export const hangingLines: Extension = [
  EditorView.lineWrapping,
  rules,
  ViewPlugin.define(
    (view) => ({
      marks: marksIn(view),
      update(update) {
        if (update.docChanged || update.viewportChanged) this.marks = marksIn(update.view);
      },
    }),
    { decorations: ({ marks }) => marks },
  ),
];
