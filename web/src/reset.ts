// The question before starting over, and the way back afterwards.

import { button, element, find } from "./dom";
import { say } from "./messages";

export class ResetBar {
  constructor(
    private readonly root: HTMLElement,
    private readonly reset: () => void,
    private readonly undo: () => void,
  ) {}

  ask(): void {
    if (find(this.root, '[data-confirm="ask"]')) return;
    const yes = button("reset-yes", say("reset_yes"), () => {
      this.reset();
      const back = button("undo", say("undo"), () => {
        this.undo();
        this.leave();
      });
      this.show("done", say("reset_done"), back);
      back.focus();
    });
    const no = button("reset-no", say("reset_no"), () => this.leave());
    this.show("ask", say("reset_ask"), yes, no);
    no.focus();
  }

  drop(): void {
    find(this.root, '[data-role="confirm"]')?.remove();
  }

  /** Closes the bar and gives the focus back to where it was opened. */
  private leave(): void {
    this.drop();
    find(this.root, '.lx-actions [data-action="reset"]')?.focus();
  }

  private show(which: "ask" | "done", words: string, ...buttons: HTMLButtonElement[]): void {
    this.drop();
    const bar = element("div", { class: "lx-confirm", "data-role": "confirm", role: "group", "aria-label": words });
    bar.dataset["confirm"] = which;
    bar.append(element("p", {}, words), ...buttons);
    find(this.root, '[data-role="actions"]')?.after(bar);
  }
}
