// Tabs by the pattern of WAI-ARIA: arrows, Home and End go from tab to tab, Tab goes into the panel.

export class Tabs {
  private readonly tabs: HTMLElement[];

  constructor(list: HTMLElement) {
    this.tabs = [...list.querySelectorAll<HTMLElement>("[role=tab]")];
    list.addEventListener("keydown", (event) => this.move(event));
    for (const tab of this.tabs) tab.addEventListener("click", () => this.select(tab));
  }

  select(chosen: HTMLElement): void {
    for (const tab of this.tabs) {
      const selected = tab === chosen;
      tab.setAttribute("aria-selected", String(selected));
      tab.tabIndex = selected ? 0 : -1;
      document.getElementById(tab.getAttribute("aria-controls") ?? "")?.toggleAttribute("hidden", !selected);
    }
  }

  private move(event: KeyboardEvent): void {
    const here = this.tabs.indexOf(event.target as HTMLElement);
    const places: Record<string, number> = { ArrowLeft: here - 1, ArrowRight: here + 1, Home: 0, End: -1 };
    const place = places[event.key];
    const chosen = place === undefined ? undefined : this.tabs.at(place % this.tabs.length);
    if (here < 0 || chosen === undefined) return;
    event.preventDefault();
    this.select(chosen);
    chosen.focus();
  }
}
