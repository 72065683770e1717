// What the compiler answers: compiler/playground/ writes it.

export interface Place {
  from: number;
  to: number;
}

export interface Finding extends Place {
  line: number;
  column: number;
  code: string;
  severity: "error" | "warning";
  message: string;
  label: string | null;
  help: string | null;
  fix: (Place & { title: string; insert: string }) | null;
}

export interface Checked {
  findings: Finding[];
  words: [from: number, to: number, kind: string][];
  size: string | null;
}

export interface Item {
  label: string;
  kind: string;
  detail: string;
  info: string;
  insert: string;
  snippet: boolean;
  match: string;
  rank: number;
}

export type Completion = Place & { items: Item[] };
export type Hover = Place & { text: string };
export type Edit = Place & { insert: string };

export interface Model {
  name: string;
  estimator: string;
  about: string;
  search: string;
  space: [name: string, values: string][];
  fixed: [name: string, value: string][];
}

export interface Plan {
  name: string;
  title: string | null;
  facts: [name: string, value: string][];
  models: Model[];
  steps: [name: string, purpose: string][];
}

export interface Compiled {
  flow: string;
  lit: Record<string, number[]>;
  plan: Plan;
}

export interface Example {
  name: string;
  about: string;
  text: string;
}

// The questions, and what each is asked with. A worker answers with JSON.
export interface Questions {
  check: { ask: [text: string]; answer: Checked };
  complete: { ask: [text: string, at: number]; answer: Completion | null };
  hover: { ask: [text: string, at: number]; answer: Hover | null };
  format: { ask: [text: string]; answer: Edit[] };
  compiled: { ask: [text: string]; answer: Compiled | null };
}

export type Question = keyof Questions;
