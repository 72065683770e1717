// The flow, to read, with the lines lit that the specification's line became.

import { python } from "@codemirror/lang-python";
import { HighlightStyle, syntaxHighlighting } from "@codemirror/language";
import { EditorState, StateEffect, StateField } from "@codemirror/state";
import { Decoration, type DecorationSet, EditorView, keymap, lineNumbers } from "@codemirror/view";
import { search, searchKeymap } from "@codemirror/search";
import { tags } from "@lezer/highlight";

const setLines = StateEffect.define<number[]>();
const LIT = Decoration.line({ class: "lit" });
const COLOURS = HighlightStyle.define([
  { tag: [tags.keyword, tags.bool, tags.null, tags.self], class: "word-keyword" },
  { tag: [tags.string, tags.special(tags.string)], class: "word-string" },
  { tag: tags.number, class: "word-number" },
  { tag: tags.comment, class: "word-comment" },
  { tag: [tags.definition(tags.className), tags.className], class: "word-class" },
  { tag: [tags.function(tags.variableName), tags.function(tags.definition(tags.variableName))], class: "word-function" },
  { tag: tags.meta, class: "word-type" },
]);

const lines = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(marks, transaction) {
    const told = transaction.effects.find((effect) => effect.is(setLines));
    if (!told) return transaction.docChanged ? Decoration.none : marks;
    const { doc } = transaction.state;
    return Decoration.set(told.value.filter((line) => line <= doc.lines).map((line) => LIT.range(doc.line(line).from)));
  },
  provide: (marks) => EditorView.decorations.from(marks),
});

export class FlowView {
  private readonly view: EditorView;

  constructor(parent: HTMLElement) {
    this.view = new EditorView({
      parent,
      extensions: [
        lineNumbers(),
        python(),
        syntaxHighlighting(COLOURS),
        lines,
        search(),
        keymap.of(searchKeymap),
        EditorState.readOnly.of(true),
        EditorView.editable.of(false),
        EditorView.contentAttributes.of({ "aria-label": "The flow", tabindex: "0", role: "textbox", "aria-readonly": "true" }),
      ],
    });
  }

  get text(): string {
    return this.view.state.doc.toString();
  }

  /** Show a flow; what stays the same of it stays where it is. */
  show(flow: string): void {
    const old = this.text;
    if (flow === old) return;
    let start = 0;
    while (start < Math.min(old.length, flow.length) && old[start] === flow[start]) start++;
    let end = 0;
    while (end < Math.min(old.length, flow.length) - start && old.at(-1 - end) === flow.at(-1 - end)) end++;
    this.view.dispatch({ changes: { from: start, to: old.length - end, insert: flow.slice(start, flow.length - end) } });
  }

  /** Light some lines, and bring the first of them into sight. */
  light(lit: number[]): void {
    const first = lit[0];
    const scroll =
      first === undefined || first > this.view.state.doc.lines
        ? []
        : [EditorView.scrollIntoView(this.view.state.doc.line(first).from, { y: "center" })];
    this.view.dispatch({ effects: [setLines.of(lit), ...scroll] });
  }
}
