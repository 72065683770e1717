// The plan of the tournament.

import type { Model, Plan } from "./answers.ts";
import { element } from "./elements.ts";

export function planned(plan: Plan, size: string | null): HTMLElement[] {
  return [
    element("h3", {}, plan.title ? `${plan.name}: ${plan.title}` : plan.name),
    ...(size ? [element("p", { class: "size" }, size)] : []),
    rows(plan.facts),
    ...plan.models.flatMap(model),
    element("h4", {}, "The steps of the flow"),
    rows(plan.steps),
  ];
}

function model(one: Model): HTMLElement[] {
  return [
    element("h4", {}, element("code", {}, one.name), `: ${one.estimator}`),
    element("p", {}, `${one.about}. ${one.search}.`),
    rows([
      ...one.space,
      ...one.fixed.map(([name, value]): [string, string] => [name, `= ${value}`]),
    ]),
  ];
}

function rows(pairs: [name: string, value: string][]): HTMLElement {
  const list = element("dl");
  for (const [name, value] of pairs) list.append(element("div", {}, element("dt", {}, name), element("dd", {}, value)));
  return list;
}
