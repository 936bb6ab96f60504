// What the learner's program prints, as text, up to what a page can hold.

import { element } from "./dom";
import { say } from "./messages";
import type { Result } from "./protocol";

// The same as in latihan.grading.output; held here too, for the page must live whatever the worker sends.
const MAX_LINES = 10_000;
const MAX_CHARACTERS = 250_000;

export class OutputView {
  private lines = 0;
  private characters = 0;
  private readonly text = document.createTextNode("");

  constructor(private readonly view: HTMLElement | null) {
    view?.setAttribute("tabindex", "0");
    view?.setAttribute("role", "region");
    view?.setAttribute("aria-label", say("output"));
  }

  get empty(): boolean {
    return this.characters === 0;
  }

  clear(): void {
    this.lines = this.characters = 0;
    this.text.data = "";
    if (this.view) {
      this.view.hidden = true;
      this.view.replaceChildren(this.text);
    }
  }

  add(text: string): void {
    if (!this.view || this.lines >= MAX_LINES || this.characters >= MAX_CHARACTERS) return;
    const kept = text.slice(0, MAX_CHARACTERS - this.characters);
    this.text.appendData(kept);
    this.lines += kept.split("\n").length - 1;
    this.characters += kept.length;
    this.view.hidden = false;
  }

  /** Says so when the output was cut. */
  finish(result: Result): void {
    if (result.truncated) this.view?.append(element("span", { class: "lx-cut" }, `\n${say("output_cut")}`));
  }
}
