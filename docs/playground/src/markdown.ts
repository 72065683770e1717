// Markdown of the compiler's as elements. Text of a specification may be in it: no HTML, no links, no pictures.

import MarkdownIt from "markdown-it";

const MARKDOWN = new MarkdownIt({ html: false }).disable(["link", "image", "autolink", "html_inline", "html_block"]);

export function rendered(text: string): HTMLElement {
  const element = document.createElement("div");
  element.className = "markdown";
  element.innerHTML = MARKDOWN.render(text);
  return element;
}
