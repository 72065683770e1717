// What hovering shows, by a key: at the cursor, until the text or the cursor moves.

import { type Extension, StateEffect, StateField } from "@codemirror/state";
import { type Command, EditorView, keymap, showTooltip, type Tooltip } from "@codemirror/view";

const setTooltip = StateEffect.define<Tooltip | null>();

const field = StateField.define<Tooltip | null>({
  create: () => null,
  update(shown, transaction) {
    const told = transaction.effects.find((effect) => effect.is(setTooltip));
    if (told) return told.value;
    return transaction.docChanged || transaction.selection ? null : shown;
  },
  provide: (shown) => showTooltip.from(shown),
});

const close: Command = (view) => {
  if (view.state.field(field) === null) return false;
  view.dispatch({ effects: setTooltip.of(null) });
  return true;
};

export const tooltips: Extension = [field, keymap.of([{ key: "Escape", run: close }])];

export function explained(told: (pos: number) => Promise<Tooltip | null>): Command {
  return (view: EditorView) => {
    const { doc, selection } = view.state;
    void told(selection.main.head).then((tooltip) => {
      if (doc !== view.state.doc) return;
      view.dispatch({ effects: [setTooltip.of(tooltip), EditorView.announce.of(tooltip ? "" : "nothing is known of this")] });
    });
    return true;
  };
}
