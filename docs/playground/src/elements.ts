// Elements of the page, made with text that is text and nothing else.

export function element<K extends keyof HTMLElementTagNameMap>(
  name: K,
  attributes: Record<string, string> = {},
  ...children: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

export function found(id: string): HTMLElement {
  const there = document.getElementById(id);
  if (there === null) throw new Error(`the page has no #${id}`);
  return there;
}
