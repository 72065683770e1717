// The packaged extension in a real VS Code, from the broken spec to its flow; the pictures illustrate docs/editors.md.

import assert from "node:assert/strict";
import { existsSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { BUILD } from "../places.mjs";
import { onDisk, open, WORKSPACE } from "./studio.mjs";

const PICTURES = join(BUILD, "pictures");
const FILES = {
  "houses.mf": `# Trees grown one after the other, against trees grown side by side.

tournament Houses "What a house is worth"

include "models.mf"

seed 7

data mock.regression { n_samples = 500, noise = 10 }

model boosted: lightgbm.LGBMRegressor {
  n_estimators  = trees
  max_deph      in 2..8
  learning_rate ~ loguniform(0.01, 0.3)
  search random(10)
}
`,
  "models.mf": `let trees = 50

model forest: RandomForestRegressor {
  n_estimators = trees
  max_features in [0.3, 1.0]
}
`,
};

let page;
let close = async () => {};

before(async () => {
  mkdirSync(PICTURES, { recursive: true });
  ({ page, close } = await open(join(BUILD, "mfc.vsix"), FILES));
  await page.getByRole("treeitem", { name: "houses.mf" }).dblclick();
  await page.waitForSelector(".view-line");
  await press("Control+b");
});

after(() => close());

const picture = (name) => page.screenshot({ path: join(PICTURES, `${name}.png`) });
const press = (keys) => page.keyboard.press(keys);
const type = (text) => page.keyboard.type(text, { delay: 40 });
const word = (text) => page.locator(".view-line span", { hasText: new RegExp(`^\\s*${text}\\s*$`) }).last();

async function command(title) {
  await press("F1");
  await type(title);
  await page.locator(".quick-input-list .monaco-list-row", { hasText: title }).first().waitFor();
  await press("Enter");
}

async function goTo(line, column) {
  await press("Control+g");
  await type(`${line}:${column}`);
  await press("Enter");
  await page.locator(".quick-input-widget").waitFor({ state: "hidden" });
  await page.locator(".editor-group-container.active .monaco-editor.focused").waitFor();
}

async function saved(name, pattern) {
  await press("Control+s");
  for (let tries = 0; tries < 50 && !pattern.test(onDisk(name)); tries++) await page.waitForTimeout(100);
  assert.match(onDisk(name), pattern);
}

test("a broken spec gets its squiggle", async () => {
  await page.locator(".squiggly-error").first().waitFor({ timeout: 30_000 });
  assert.equal(await page.locator(".squiggly-error").count(), 1);
});

test("hovering tells what is wrong, and what was expected", async () => {
  await word("max_deph").hover();
  const hover = page.locator(".monaco-hover:not(.hidden)", { hasText: "max_deph" });
  await hover.waitFor();
  await page.waitForTimeout(500);
  await picture("finding");
  assert.match(await hover.innerText(), /no argument of[\s\S]*MF203/);
  await press("Escape");
});

test("the quick fix mends it", async () => {
  await goTo(13, 5);
  await press("Control+.");
  const action = page.locator(".action-widget .monaco-list-row", { hasText: "max_depth" }).first();
  await action.waitFor();
  await picture("quick-fix");
  await press("Enter");
  await page.locator(".squiggly-error").first().waitFor({ state: "detached" });
  await saved("houses.mf", /^ {2}max_depth +in 2\.\.8$/m);
});

test("completion inserts an argument", async () => {
  await goTo(13, 100);
  await type("\nnum_lea");
  const row = page.locator(".suggest-widget .monaco-list-row", { hasText: "num_leaves" }).first();
  await row.waitFor();
  await press("Control+Space");
  await page.locator(".suggest-details", { hasText: "leaves" }).waitFor();
  await picture("completion");
  await press("Enter");
  await type(" = 15");
  await saved("houses.mf", /^ {2}num_leaves += 15$/m);
});

test("hovering an argument tells its type and default", async () => {
  await word("learning_rate").hover();
  const hover = page.locator(".monaco-hover:not(.hidden)", { hasText: "learning_rate" });
  await hover.waitFor();
  await page.waitForTimeout(500);
  await picture("hover");
  await press("Escape");
});

test("a name is renamed in both files", async () => {
  await goTo(12, 20);
  await press("F2");
  await page.locator(".rename-box input:focus").waitFor();
  await type("rounds");
  await picture("rename");
  await press("Enter");
  await page.waitForTimeout(1500);
  await command("File: Save All Files");
  await saved("houses.mf", /n_estimators += rounds/);
  await saved("models.mf", /^let rounds = 50[\s\S]*n_estimators += rounds/m);
});

test("the spec is formatted when it is saved", async () => {
  await goTo(7, 100);
  await type("\n\n\n\ntest     30%");
  await saved("houses.mf", /^seed 7\n\ntest 30%\n/m);
});

test("the flow opens beside the spec", async () => {
  await command("Tournament: Open the Flow to the Side");
  await page.locator(".tab", { hasText: "houses_flow.py" }).waitFor({ timeout: 20_000 });
  await page.locator(".editor-group-container").nth(1).locator(".view-line", { hasText: "Houses: What a house" }).waitFor();
  await page.setViewportSize({ width: 1280, height: 600 });
  await page.waitForTimeout(1000);
  await picture("flow");
});

test("the lens on the tournament compiles the spec, and its flow is offered", async () => {
  await page.locator(".codelens-decoration a", { hasText: "compile" }).click();
  await page.locator(".notification-toast", { hasText: "houses_flow.py is up to date" }).waitFor({ timeout: 20_000 });
  assert.ok(existsSync(join(WORKSPACE, "houses_flow.py")));
});

test("all specs are checked, and those that are only included are not taken for specs", async () => {
  await command("Tournament: Check All Specs");
  await page.locator(".xterm-rows", { hasText: /no findings|warning/ }).waitFor({ timeout: 20_000 });
});
