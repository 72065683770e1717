// The page: a specification on the left, and what it becomes on the right.

import * as address from "./address.ts";
import type { Checked, Compiled, Example } from "./answers.ts";
import { Compiler, Newest } from "./compiler.ts";
import { Editor } from "./editor.ts";
import { element, found } from "./elements.ts";
import { listed, tally } from "./findings.ts";
import { FlowView } from "./lit.ts";
import { planned } from "./plan.ts";
import { Tabs } from "./tabs.ts";

const PAUSE = 300; // milliseconds without a key, after which the flow is made
const FIRST = "quickstart";

class Page {
  private readonly flow = new FlowView(found("flow-text"));
  private readonly editor: Editor;
  private readonly checks: Newest<Checked>;
  private flows: Newest<Compiled | null> | null = null;
  private compiled: { from: string; lit: Compiled["lit"] } | null = null;
  private checked: Checked | null = null;
  private changed = performance.now();
  private pause: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly compiler: Compiler,
    examples: Example[],
    text: string,
  ) {
    this.editor = new Editor(found("editor"), compiler, text, {
      changed: (now) => this.changes(now),
      moved: (line) => this.light(line),
    });
    this.checks = new Newest((now) => compiler.ask("check", now), (answer, asked) => this.take(answer, asked), fail);
    const tabs = new Tabs(found("tabs"));
    found("examples").append(...examples.map((one) => this.offer(one, tabs)));
    found("format").addEventListener("click", () => void this.format());
    found("copy").addEventListener("click", () => void this.copy());
    addEventListener("hashchange", () => void this.follow());
    void this.checks.put(text);
  }

  private changes(text: string): void {
    this.changed = performance.now();
    void this.checks.put(text);
    clearTimeout(this.pause);
    this.pause = setTimeout(() => void this.settle(text), PAUSE);
  }

  /** Show the findings of a text, if it is still the one. */
  private take(checked: Checked, asked: string): void {
    if (asked !== this.editor.text) return;
    this.checked = checked;
    this.editor.show(checked);
    const { findings, size } = checked;
    found("status").textContent = [tally(findings), ...(size ? [size] : [])].join(" · ");
    found("findings").replaceChildren(
      ...listed(findings, {
        reveal: (finding) => this.editor.reveal(finding),
        fix: (finding) => this.editor.apply(finding.fix ? [finding.fix] : []),
      }),
    );
    performance.measure("findings", { start: this.changed });
    if (this.flows === null) this.beginFlows();
  }

  /** Begin to make flows, in a thread of their own, so that findings do not wait for them. */
  private beginFlows(): void {
    performance.mark("first findings");
    const compiler = new Compiler();
    this.flows = new Newest((text) => compiler.ask("compiled", text), (answer, asked) => this.become(answer, asked), fail);
    void this.flows.put(this.editor.text);
  }

  private async settle(text: string): Promise<void> {
    void this.flows?.put(text);
    history.replaceState(null, "", await address.written(text));
  }

  /** Show a flow; while there is none, the last one stays, marked as old. */
  private become(compiled: Compiled | null, from: string): void {
    found("results").classList.toggle("stale", compiled === null);
    found("stale").hidden = compiled !== null;
    if (compiled === null) return;
    this.compiled = { from, lit: compiled.lit };
    this.flow.show(compiled.flow);
    this.light(this.editor.line);
    found("plan-text").replaceChildren(...planned(compiled.plan, this.checked?.size ?? null));
    performance.mark("flow");
  }

  /** Light what a line became; while the flow is behind, its lines are others. */
  private light(line: number): void {
    const known = this.compiled?.from === this.editor.text;
    this.flow.light((known && this.compiled?.lit[line]) || []);
  }

  private offer(example: Example, tabs: Tabs): HTMLElement {
    const open = element("button", { type: "button" }, example.name);
    open.addEventListener("click", () => {
      this.editor.put(example.text);
      tabs.select(found("tab-flow"));
      this.editor.view.focus();
    });
    return element("li", {}, open, element("p", {}, example.about));
  }

  private async format(): Promise<void> {
    const text = this.editor.text;
    const edits = await this.compiler.ask("format", text);
    if (text === this.editor.text) this.editor.apply(edits);
  }

  private async copy(): Promise<void> {
    history.replaceState(null, "", await address.written(this.editor.text));
    try {
      await navigator.clipboard.writeText(location.href);
      found("notice").textContent = "the link is in the clipboard";
    } catch {
      found("notice").textContent = "the link is the address of this page";
    }
  }

  /** Take the specification from the address, which somebody has changed. */
  private async follow(): Promise<void> {
    const text = await inAddress();
    if (text !== null && text !== this.editor.text) this.editor.put(text);
  }
}

async function inAddress(): Promise<string | null> {
  const text = await address.read(location.hash);
  if (text === null && location.hash.length > 1) {
    found("notice").textContent = "the address holds no specification that can be read";
  }
  return text;
}

function fail(error: Error): void {
  console.error(error);
  found("status").textContent = "the compiler could not be started; is everything there that `make playground` makes?";
}

async function open(): Promise<void> {
  const compiler = new Compiler();
  const [examples, given] = await Promise.all([
    fetch("examples.json").then((answer) => answer.json() as Promise<Example[]>),
    inAddress(),
  ]);
  const first = examples.find((one) => one.name === FIRST)?.text ?? "";
  new Page(compiler, examples, given ?? first);
}

open().catch(fail);
