// The editor of the specification: findings, colours, completion and hover, all of them the compiler's.

import {
  autocompletion,
  closeBrackets,
  closeBracketsKeymap,
  type Completion,
  type CompletionContext,
  completionKeymap,
  type CompletionResult,
  snippet,
} from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap } from "@codemirror/commands";
import { bracketMatching, indentUnit } from "@codemirror/language";
import { type Diagnostic, lintGutter, lintKeymap, setDiagnostics } from "@codemirror/lint";
import { search, searchKeymap } from "@codemirror/search";
import { drawSelection, EditorView, highlightActiveLine, hoverTooltip, keymap, lineNumbers, type Tooltip } from "@codemirror/view";
import type { Checked, Edit, Finding, Item } from "./answers.ts";
import type { Compiler } from "./compiler.ts";
import { explained, tooltips } from "./explained.ts";
import { rendered } from "./markdown.ts";
import { showWords, words } from "./words.ts";

const KINDS: Record<string, string> = {
  argument: "property",
  value: "enum",
  operator: "keyword",
  parameter: "variable",
  model: "class",
  column: "property",
  file: "text",
  folder: "text",
};

interface Listeners {
  changed: (text: string) => void;
  moved: (line: number) => void;
}

export class Editor {
  readonly view: EditorView;

  constructor(
    parent: HTMLElement,
    private readonly compiler: Compiler,
    text: string,
    listeners: Listeners,
  ) {
    const told = (pos: number): Promise<Tooltip | null> => this.told(pos);
    this.view = new EditorView({
      parent,
      doc: text,
      extensions: [
        lineNumbers(),
        lintGutter(),
        history(),
        drawSelection(),
        highlightActiveLine(),
        bracketMatching(),
        closeBrackets(),
        indentUnit.of("  "),
        search(),
        EditorView.lineWrapping,
        words,
        tooltips,
        autocompletion({ override: [(context) => this.completions(context)] }),
        hoverTooltip((_, pos) => told(pos)),
        keymap.of([
          { key: "Alt-k", run: explained(told) },
          ...closeBracketsKeymap,
          ...completionKeymap,
          ...lintKeymap,
          ...searchKeymap,
          ...historyKeymap,
          ...defaultKeymap,
        ]),
        EditorView.contentAttributes.of({ "aria-label": "The specification", "aria-describedby": "keys", tabindex: "0" }),
        EditorView.updateListener.of((update) => {
          if (update.docChanged) listeners.changed(this.text);
          if (update.docChanged || update.selectionSet) listeners.moved(this.line);
        }),
      ],
    });
  }

  get text(): string {
    return this.view.state.doc.toString();
  }

  /** The line that the cursor is in, counted from 1. */
  get line(): number {
    return this.view.state.doc.lineAt(this.view.state.selection.main.head).number;
  }

  /** Put another specification in the place of this one. */
  put(text: string): void {
    this.view.dispatch({ changes: { from: 0, to: this.view.state.doc.length, insert: text }, selection: { anchor: 0 } });
  }

  /** Show what was found in the text as it is now. */
  show(checked: Checked): void {
    showWords(this.view, checked.words);
    this.view.dispatch(setDiagnostics(this.view.state, checked.findings.map((one) => this.diagnostic(one))));
  }

  /** Go to a finding. */
  reveal(finding: Finding): void {
    this.view.dispatch({ selection: { anchor: finding.from, head: finding.to }, scrollIntoView: true });
    this.view.focus();
  }

  apply(changes: Edit[]): void {
    this.view.dispatch({ changes });
  }

  private diagnostic(finding: Finding): Diagnostic {
    const { from, to, severity, code, message, label, help, fix } = finding;
    const said = [message, ...(label ? [label] : []), ...(help ? [`help: ${help}`] : [])].join("\n");
    const actions = fix ? [{ name: fix.title, apply: () => this.apply([fix]) }] : [];
    return { from, to, severity, source: code, message: said, actions };
  }

  private async completions(context: CompletionContext): Promise<CompletionResult | null> {
    const before = context.matchBefore(/[\w.]+|[~={(\[,:] ?/);
    if (!context.explicit && before === null) return null;
    const offers = await this.compiler.ask("complete", context.state.doc.toString(), context.pos);
    if (offers === null || context.aborted) return null;
    return { from: offers.from, to: offers.to, options: offers.items.map(option), validFor: /^[\w.]*$/ };
  }

  private async told(pos: number): Promise<Tooltip | null> {
    const { doc } = this.view.state;
    const there = await this.compiler.ask("hover", doc.toString(), pos);
    if (there === null || doc !== this.view.state.doc) return null;
    return { pos: there.from, end: there.to, above: true, create: () => ({ dom: rendered(there.text) }) };
  }
}

function option(item: Item, number: number): Completion {
  return {
    label: item.match,
    displayLabel: item.label,
    detail: item.detail,
    type: KINDS[item.kind] ?? item.kind,
    sortText: String(number).padStart(5, "0"),
    boost: -item.rank,
    apply: item.snippet ? snippet(filled(item.insert)) : item.insert,
    ...(item.info ? { info: () => rendered(item.info) } : {}),
  };
}

/** Write the places of a snippet of the language server protocol as CodeMirror has them. */
function filled(text: string): string {
  return text
    .replace(/\$\{(\d+)\|([^,|]*)[^}]*\}/g, "$${$1:$2}")
    .replace(/\$(\d+)/g, "$${$1}")
    .replace(/\$\{0[^}]*\}/g, "${}");
}
