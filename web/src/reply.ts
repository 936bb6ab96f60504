// What the page says back: stages of loading, feedback, and what to do next.

import { element, find } from "./dom";
import { megabytes, say, thisPage } from "./messages";
import type { Exercise, Feedback, Shown, Status, Task } from "./protocol";
import type { Stage } from "./runtime";
import { paragraphs } from "./text";

export class Reply {
  private readonly area: HTMLElement;
  private shown = "";
  private amount: HTMLElement | undefined;
  private bar: HTMLProgressElement | undefined;

  constructor(root: HTMLElement, private readonly exercise: Exercise) {
    this.area = find(root, '[data-role="feedback"]') ?? element("div");
    this.area.id ||= `${root.id}-feedback`;
  }

  clear(): void {
    this.put("idle", []);
  }

  begin(): void {
    this.shown = "";
    this.put("loading", [element("p", {}, say("waiting"))]);
  }

  /** The stage of a start or a run; only its change is announced, not every kilobyte. */
  stage(stage: Stage, task: Task): void {
    const key = stage.stage === "run" ? `${task}_now` : stage.stage === "start" ? "starting" : this.loadingKey();
    if (this.shown !== key) {
      const words = element("p", {}, say(key));
      this.shown = key;
      if (stage.stage === "download") {
        this.amount = element("p", { class: "lx-amount", "aria-live": "off" });
        this.bar = element("progress", { "aria-label": say(key) });
        this.put("loading", [words, this.amount, this.bar]);
      } else this.put(stage.stage === "run" ? "running" : "loading", [words]);
    }
    if (stage.stage !== "download" || !this.amount || !this.bar) return;
    this.amount.textContent = say("amount", { bytes: megabytes(stage.bytes), all: megabytes(stage.all) });
    this.bar.max = Math.max(1, stage.all);
    this.bar.value = stage.bytes;
  }

  private loadingKey(): string {
    return thisPage().mode === "http" ? "downloading" : "opening";
  }

  /** The feedback of a result; a passed one without any gets the shared word of praise where `praise` says so. */
  result(status: Shown & (Status | "idle"), feedback: readonly Feedback[], praise: boolean): void {
    const told = feedback.flatMap(({ key, values }) => paragraphs(this.template(key), values));
    if (status === "passed" && praise) told.unshift(...paragraphs(this.template("passed")));
    this.put(status, told);
  }

  /** A reply shared by all exercises, under `[feedback]`. */
  shared(key: string, status: Shown): void {
    this.put(status, paragraphs(this.template(key)));
  }

  /** A sentence of the page, and what can be done about it. */
  say(key: string, status: Shown, ...actions: HTMLElement[]): void {
    this.put(status, [...paragraphs(say(key)), ...actions]);
  }

  /** Brings the reply into sight where a phone's page is too short to show it. */
  reveal(): void {
    this.area.scrollIntoView({ block: "nearest" });
  }

  private template(key: string): string {
    return this.exercise.messages[key] ?? thisPage().messages.feedback[key] ?? key;
  }

  private put(status: Shown, children: Node[]): void {
    this.area.dataset["status"] = status;
    this.area.replaceChildren(...children);
  }
}
