// The list of findings below the editor.

import type { Finding } from "./answers.ts";
import { element } from "./elements.ts";

interface Chosen {
  reveal: (finding: Finding) => void;
  fix: (finding: Finding) => void;
}

export function listed(findings: Finding[], chosen: Chosen): HTMLElement[] {
  return findings.map((finding) => {
    const place = element("span", { class: "place" }, `${finding.line}:${finding.column}`);
    const kind = element("strong", { class: finding.severity }, `${finding.severity} ${finding.code}`);
    const go = element("button", { type: "button", class: "finding" }, place, " ", kind, ` ${finding.message}`);
    go.addEventListener("click", () => chosen.reveal(finding));
    const item = element("li", {}, go);
    if (finding.help) item.append(element("p", { class: "help" }, finding.help));
    if (finding.fix) {
      const fix = element("button", { type: "button", class: "fix" }, finding.fix.title);
      fix.addEventListener("click", () => chosen.fix(finding));
      item.append(fix);
    }
    return item;
  });
}

/** "2 errors, 1 warning", or "no findings". */
export function tally(findings: Finding[]): string {
  const counts = (["error", "warning"] as const).flatMap((severity) => {
    const count = findings.filter((one) => one.severity === severity).length;
    return count ? [`${count} ${severity}${count > 1 ? "s" : ""}`] : [];
  });
  return counts.join(", ") || "no findings";
}
