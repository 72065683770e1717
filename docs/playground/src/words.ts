// Colours: the compiler says what each word means, and between two answers the marks move with the text.

import { type Extension, StateEffect, StateField } from "@codemirror/state";
import { Decoration, type DecorationSet, EditorView } from "@codemirror/view";
import type { Checked } from "./answers.ts";

const setWords = StateEffect.define<Checked["words"]>();

const field = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(marks, transaction) {
    const told = transaction.effects.find((effect) => effect.is(setWords));
    if (!told) return marks.map(transaction.changes);
    return Decoration.set(told.value.map(([from, to, kind]) => Decoration.mark({ class: `word-${kind}` }).range(from, to)));
  },
  provide: (marks) => EditorView.decorations.from(marks),
});

export const words: Extension = field;

export function showWords(view: EditorView, told: Checked["words"]): void {
  view.dispatch({ effects: setWords.of(told) });
}
