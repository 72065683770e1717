// The TextMate grammar, tokenised as VS Code does it: by vscode-textmate, with Oniguruma.

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { test } from "node:test";
import oniguruma from "vscode-oniguruma";
import textmate from "vscode-textmate";
import { EXTENSION, ROOT } from "./places.mjs";

const GRAMMARS = {
  "source.mf": join(EXTENSION, "syntaxes", "mf.tmLanguage.json"),
  "markdown.mf.codeblock": join(EXTENSION, "syntaxes", "markdown.tmLanguage.json"),
};

const wasm = createRequire(import.meta.url).resolve("vscode-oniguruma/release/onig.wasm");
await oniguruma.loadWASM(readFileSync(wasm).buffer);
const registry = new textmate.Registry({
  onigLib: Promise.resolve({
    createOnigScanner: (patterns) => new oniguruma.OnigScanner(patterns),
    createOnigString: (text) => new oniguruma.OnigString(text),
  }),
  loadGrammar: async (scope) =>
    scope in GRAMMARS ? textmate.parseRawGrammar(readFileSync(GRAMMARS[scope], "utf8"), GRAMMARS[scope]) : null,
});
const grammar = await registry.loadGrammar("source.mf");

/** Return the tokens of a text as [text, innermost scope without its `.mf`]; blanks are left out. */
function tokens(text, from = grammar) {
  const found = [];
  let stack = textmate.INITIAL;
  for (const line of text.split(/\r?\n/)) {
    const { tokens, ruleStack } = from.tokenizeLine(line, stack);
    stack = ruleStack;
    for (const { startIndex, endIndex, scopes } of tokens) {
      const piece = line.slice(startIndex, endIndex);
      if (piece.trim() !== "") found.push([piece.trim(), scopes.at(-1).replace(/\.mf$/, "")]);
    }
  }
  return found;
}

const CASES = {
  "a tournament": [
    'tournament Houses "Prices \\"now\\""',
    ["tournament", "keyword.declaration"],
    ["Houses", "entity.name.type.class"],
    ['"', "punctuation.definition.string.begin"],
    ["Prices", "string.quoted.double"],
    ['\\"', "constant.character.escape"],
    ["now", "string.quoted.double"],
    ['\\"', "constant.character.escape"],
    ['"', "punctuation.definition.string.end"],
  ],
  "a parameter": [
    "param rows = 10_000 * 2 ** n",
    ["param", "keyword.declaration"],
    ["rows", "variable.other.constant"],
    ["=", "keyword.operator.assignment"],
    ["10_000", "constant.numeric.integer"],
    ["*", "keyword.operator.arithmetic"],
    ["2", "constant.numeric.integer"],
    ["**", "keyword.operator.arithmetic"],
    ["n", "variable.other"],
  ],
  "numbers with units": [
    "test 20%\nlet t = [1e-3, 2.5, 30m, 4GB]",
    ["test", "keyword.declaration"],
    ["20", "constant.numeric"],
    ["%", "keyword.other.unit"],
    ["let", "keyword.declaration"],
    ["t", "variable.other.constant"],
    ["=", "keyword.operator.assignment"],
    ["[", "punctuation.section.list.begin"],
    ["1e-3", "constant.numeric.float"],
    [",", "punctuation.separator.comma"],
    ["2.5", "constant.numeric.float"],
    [",", "punctuation.separator.comma"],
    ["30", "constant.numeric"],
    ["m", "keyword.other.unit"],
    [",", "punctuation.separator.comma"],
    ["4", "constant.numeric"],
    ["GB", "keyword.other.unit"],
    ["]", "punctuation.section.list.end"],
  ],
  "the three binders": [
    "model gbm: lightgbm.LGBMRegressor {\n  begin = none\n  max_depth in 1..3\n  rate ~ loguniform(0.01, high = 1)\n}",
    ["model", "keyword.declaration"],
    ["gbm", "entity.name.function"],
    [":", "punctuation.separator.colon"],
    ["lightgbm.LGBMRegressor", "support.class"],
    ["{", "punctuation.section.block.begin"],
    ["begin", "variable.parameter"],
    ["=", "keyword.operator.assignment"],
    ["none", "constant.language"],
    ["max_depth", "variable.parameter"],
    ["in", "keyword.operator.word.in"],
    ["1", "constant.numeric.integer"],
    ["..", "keyword.operator.range"],
    ["3", "constant.numeric.integer"],
    ["rate", "variable.parameter"],
    ["~", "keyword.operator.draw"],
    ["loguniform", "support.function"],
    ["(", "punctuation.section.group.begin"],
    ["0.01", "constant.numeric.float"],
    [",", "punctuation.separator.comma"],
    ["high", "variable.parameter"],
    ["=", "keyword.operator.assignment"],
    ["1", "constant.numeric.integer"],
    [")", "punctuation.section.group.end"],
    ["}", "punctuation.section.block.end"],
  ],
  "soft keywords": [
    "model m: my.nets.wide { seed = 1, search in [data, score], fit { space ~ f() } }\nseed seed",
    ["model", "keyword.declaration"],
    ["m", "entity.name.function"],
    [":", "punctuation.separator.colon"],
    ["my.nets.wide", "support.class"],
    ["{", "punctuation.section.block.begin"],
    ["seed", "variable.parameter"],
    ["=", "keyword.operator.assignment"],
    ["1", "constant.numeric.integer"],
    [",", "punctuation.separator.comma"],
    ["search", "variable.parameter"],
    ["in", "keyword.operator.word.in"],
    ["[", "punctuation.section.list.begin"],
    ["data", "variable.other"],
    [",", "punctuation.separator.comma"],
    ["score", "variable.other"],
    ["]", "punctuation.section.list.end"],
    [",", "punctuation.separator.comma"],
    ["fit", "keyword.control"],
    ["{", "punctuation.section.block.begin"],
    ["space", "variable.parameter"],
    ["~", "keyword.operator.draw"],
    ["f", "support.function"],
    ["(", "punctuation.section.group.begin"],
    [")", "punctuation.section.group.end"],
    ["}", "punctuation.section.block.end"],
    ["}", "punctuation.section.block.end"],
    ["seed", "keyword.declaration"],
    ["seed", "variable.other"],
  ],
  "steps and search": [
    "model m: Ridge {\n  step pca: PCA { n in [1] }\n  search random(3)\n}",
    ["model", "keyword.declaration"],
    ["m", "entity.name.function"],
    [":", "punctuation.separator.colon"],
    ["Ridge", "support.class"],
    ["{", "punctuation.section.block.begin"],
    ["step", "keyword.control"],
    ["pca", "entity.name.function"],
    [":", "punctuation.separator.colon"],
    ["PCA", "support.class"],
    ["{", "punctuation.section.block.begin"],
    ["n", "variable.parameter"],
    ["in", "keyword.operator.word.in"],
    ["[", "punctuation.section.list.begin"],
    ["1", "constant.numeric.integer"],
    ["]", "punctuation.section.list.end"],
    ["}", "punctuation.section.block.end"],
    ["search", "keyword.control"],
    ["random", "support.function"],
    ["(", "punctuation.section.group.begin"],
    ["3", "constant.numeric.integer"],
    [")", "punctuation.section.group.end"],
    ["}", "punctuation.section.block.end"],
  ],
  "data, scores and selection": [
    'data csv("a.csv")\nscore r2, my.scorer\nselect best\nselect one_standard_error(simplest = [-k])',
    ["data", "keyword.declaration"],
    ["csv", "support.function"],
    ["(", "punctuation.section.group.begin"],
    ['"', "punctuation.definition.string.begin"],
    ["a.csv", "string.quoted.double"],
    ['"', "punctuation.definition.string.end"],
    [")", "punctuation.section.group.end"],
    ["score", "keyword.declaration"],
    ["r2", "support.constant"],
    [",", "punctuation.separator.comma"],
    ["my.scorer", "support.constant"],
    ["select", "keyword.declaration"],
    ["best", "support.constant"],
    ["select", "keyword.declaration"],
    ["one_standard_error", "support.function"],
    ["(", "punctuation.section.group.begin"],
    ["simplest", "variable.parameter"],
    ["=", "keyword.operator.assignment"],
    ["[", "punctuation.section.list.begin"],
    ["-", "keyword.operator.arithmetic"],
    ["k", "variable.other"],
    ["]", "punctuation.section.list.end"],
    [")", "punctuation.section.group.end"],
  ],
  "routes": [
    'preprocess {\n  numeric -> SimpleImputer(strategy = "median") -> my.Scale()\n  [lat] -> my.haversine()\n}',
    ["preprocess", "keyword.declaration"],
    ["{", "punctuation.section.block.begin"],
    ["numeric", "variable.other.column"],
    ["->", "keyword.operator.arrow"],
    ["SimpleImputer", "support.class"],
    ["(", "punctuation.section.group.begin"],
    ["strategy", "variable.parameter"],
    ["=", "keyword.operator.assignment"],
    ['"', "punctuation.definition.string.begin"],
    ["median", "string.quoted.double"],
    ['"', "punctuation.definition.string.end"],
    [")", "punctuation.section.group.end"],
    ["->", "keyword.operator.arrow"],
    ["my.Scale", "support.class"],
    ["(", "punctuation.section.group.begin"],
    [")", "punctuation.section.group.end"],
    ["[", "punctuation.section.list.begin"],
    ["lat", "variable.other"],
    ["]", "punctuation.section.list.end"],
    ["->", "keyword.operator.arrow"],
    ["my.haversine", "support.function"],
    ["(", "punctuation.section.group.begin"],
    [")", "punctuation.section.group.end"],
    ["}", "punctuation.section.block.end"],
  ],
  "comments": [
    "seed 1 # drawn 🎲 by hand\nseed 2 # mfc: ignore[MF601]",
    ["seed", "keyword.declaration"],
    ["1", "constant.numeric.integer"],
    ["#", "punctuation.definition.comment"],
    ["drawn 🎲 by hand", "comment.line.number-sign"],
    ["seed", "keyword.declaration"],
    ["2", "constant.numeric.integer"],
    ["#", "punctuation.definition.comment"],
    ["mfc:", "keyword.other.directive"],
    ["ignore", "keyword.other.directive"],
    ["[", "comment.line.number-sign"],
    ["MF601", "constant.other.code"],
    ["]", "comment.line.number-sign"],
  ],
  "what is no part of the language": [
    'let a = 1x ; b\nlet b = "\\q',
    ["let", "keyword.declaration"],
    ["a", "variable.other.constant"],
    ["=", "keyword.operator.assignment"],
    ["1x", "invalid.illegal.number"],
    [";", "invalid.illegal.character"],
    ["b", "variable.other"],
    ["let", "keyword.declaration"],
    ["b", "variable.other.constant"],
    ["=", "keyword.operator.assignment"],
    ['"', "punctuation.definition.string.begin"],
    ["\\q", "invalid.illegal.escape"],
  ],
};

for (const [name, [text, ...expected]] of Object.entries(CASES)) {
  test(name, () => assert.deepEqual(tokens(text), expected));
}

const examples = readdirSync(join(ROOT, "examples"), { recursive: true }).filter((name) => name.endsWith(".mf"));

test("there are examples", () => assert.ok(examples.length > 5));

for (const example of examples) {
  test(`${example} has nothing invalid, and nothing without a scope`, () => {
    const found = tokens(readFileSync(join(ROOT, "examples", example), "utf8"));
    assert.deepEqual(found.filter(([, scope]) => /^invalid|^source$|^meta/.test(scope)), []);
  });
}

test("a fenced block of Markdown", async () => {
  const fences = await registry.loadGrammar("markdown.mf.codeblock");
  const found = tokens("```mf\nseed 1\n```\n", fences);
  assert.ok(found.some(([text, scope]) => text === "seed" && scope === "keyword.declaration"));
  assert.equal(found.at(-1)[1], "punctuation.definition.markdown");
});
