// Saves one exercise: within a second of a change, and when the page is left.

import { SAVED } from "./progress";
import type { Exercise } from "./protocol";
import { type Progress, type Store, store } from "./store";

const DELAY_MS = 500;

export class Saver {
  /** Whether the learner has changed anything since the page was opened. */
  touched = false;
  private timer = 0;
  private opened: Store | null = null;

  constructor(
    private readonly exercise: Exercise,
    private readonly state: () => Omit<Progress, "project" | "exercise" | "updated">,
  ) {
    void store().then((opened) => (this.opened = opened));
    const leaving = (): void => {
      if (this.timer) void this.now();
    };
    window.addEventListener("pagehide", leaving);
    // A followed link says so before the page is gone, when there is more time.
    document.addEventListener("click", leaving, { capture: true });
    document.addEventListener("visibilitychange", () => {
      if (document.visibilityState === "hidden") leaving();
    });
  }

  soon(): void {
    this.touched = true;
    // Not put off by the next change: someone who types without a pause is saved too.
    this.timer ||= setTimeout(() => void this.now(), DELAY_MS);
  }

  async now(): Promise<void> {
    this.touched = true;
    clearTimeout(this.timer);
    this.timer = 0;
    const { project, id } = this.exercise;
    const progress = { project, exercise: id, ...this.state(), updated: Date.now() };
    // While a page is being left there is no time to wait for a store that is open already.
    const kept = this.opened ?? (await store());
    try {
      await kept?.write(progress);
    } catch (error) {
      console.warn(error);
      document.dispatchEvent(new CustomEvent("latihan-unsaved"));
      return;
    }
    document.dispatchEvent(new CustomEvent(SAVED));
  }
}
