// <latihan-exercise>: brings a rendered exercise to life and keeps what the learner does.

import { codeField } from "./code";
import { button, element, find, findAll } from "./dom";
import type { Field, Host } from "./field";
import { DownloadFailed } from "./files";
import { say, thisPage } from "./messages";
import { OutputView } from "./output";
import type { Answer, Exercise, Result, Task } from "./protocol";
import { quizField } from "./quiz";
import { Reply } from "./reply";
import { ResetBar } from "./reset";
import { gradeQuiz, gradeScenario } from "./rules";
import { allBytes, grade, isLoaded, StartFailed, Stopped } from "./runtime";
import { Saver } from "./saver";
import { isOver, scenarioField, wasPoor } from "./scenario";
import { type Progress, type State, STATES, store } from "./store";
import { tableField } from "./table";

const TRIES_BEFORE_SOLUTION = 2;

// A check of an answer that is not there yet teaches nothing, and earns no look at the solution.
const NO_TRY = new Set(["nothing_chosen", "cell_empty"]);

type Kept = Pick<Progress, "answer" | "state" | "tries" | "hints" | "hash">;

export class LatihanExercise extends HTMLElement implements Host {
  readonly root: HTMLElement = this;
  private exercise!: Exercise;
  private field!: Field;
  private reply!: Reply;
  private out!: OutputView;
  private saver!: Saver;
  private kept!: Kept;
  private readonly resetBar = new ResetBar(this, () => this.reset(), () => this.takeBack());
  private undo: Kept | null = null;
  private stop: AbortController | null = null;
  private hints: HTMLElement[] = [];
  private alive = false;

  connectedCallback(): void {
    if (this.alive) return;
    this.alive = true;
    this.exercise = JSON.parse(find(this, 'script[data-role="exercise"]')?.textContent ?? "") as Exercise;
    this.kept = this.blank();
    this.reply = new Reply(this, this.exercise);
    this.out = new OutputView(find(this, '[data-role="output"]'));
    this.hints = findAll(this, '[data-role="hint"]');
    this.field = makeField(this, this.exercise);
    this.saver = new Saver(this.exercise, () => ({ ...this.kept, answer: this.field.read() }));
    document.addEventListener("latihan-unsaved", () => this.note("storage_full"));
    this.wire();
    this.show();
    void this.restore();
  }

  changed(): void {
    this.saver.soon();
    this.field.unmark();
  }

  restarted(): void {
    this.reply.clear();
    this.changed();
  }

  chosen(): void {
    void this.check();
  }

  private blank(): Kept {
    return { answer: null, state: "untouched", tries: 0, hints: 0, hash: this.exercise.hash };
  }

  private wire(): void {
    const actions: Record<string, () => void> = {
      run: () => void this.work("run"),
      check: () => void this.check(),
      stop: () => this.stop?.abort(),
      hint: () => this.hint(),
      solution: () => this.solution(),
      reset: () => {
        if (!this.stop) this.resetBar.ask();
      },
    };
    const bar = find(this, '[data-role="actions"]');
    if (!bar) return;
    for (const [action, act] of Object.entries(actions)) {
      find(bar, `[data-action="${action}"]`)?.addEventListener("click", act);
    }
    bar.hidden = false;
    const cost = find(bar, '[data-action="run"], [data-action="check"]');
    if (cost && this.needsPython() && thisPage().mode === "http" && !isLoaded()) {
      bar.after(element("p", { class: "lx-note", "data-role": "cost" }, say("cost", { all: this.size() })));
    }
  }

  private size(): string {
    return String(Math.ceil(allBytes() / 1e6));
  }

  private needsPython(): boolean {
    return this.exercise.kind === "code" || this.exercise.kind === "table";
  }

  private async restore(): Promise<void> {
    const { project, id, hash } = this.exercise;
    const kept = await (await store())?.read(project, id);
    if (kept && this.saver.touched) {
      // Whoever was quicker than the store goes on with what they typed, from where they stood.
      const { state, tries, hints } = this.kept;
      const further = STATES.indexOf(kept.state) > STATES.indexOf(state) ? kept.state : state;
      this.kept = { ...this.kept, state: further, tries: kept.tries + tries, hints: Math.max(kept.hints, hints) };
      this.show();
      this.saver.soon();
    } else if (kept) {
      this.kept = kept;
      if (kept.answer) this.field.write(kept.answer);
      if (kept.answer && kept.hash !== hash) this.note("changed");
      this.show();
    }
    if (!(await store())) this.note("storage_refused");
  }

  /** Shows state, hints, solution and buttons as they follow from what is kept. */
  private show(): void {
    const { state, hints, tries } = this.kept;
    this.setAttribute("state", state);
    const words = find(this, '.lx-head [data-role="state"]');
    if (words) words.textContent = say(`state_${state}`);
    this.hints.forEach((hint, place) => (hint.hidden = place >= hints));
    const solved = state === "passed" || state === "seen";
    const allowed = tries >= TRIES_BEFORE_SOLUTION || hints >= this.hints.length;
    const solution = find<HTMLDetailsElement>(this, '[data-role="solution"]');
    if (solution) solution.hidden = !solved;
    this.enable("hint", hints < this.hints.length);
    this.enable("solution", allowed && !solved);
    this.enable("stop", this.stop !== null);
    for (const action of ["run", "check", "reset"]) {
      // Not `disabled`, which would take the focus away from whoever has just pressed it.
      find(this, `.lx-actions [data-action="${action}"]`)?.setAttribute("aria-disabled", String(this.stop !== null));
    }
  }

  private enable(action: string, on: boolean): void {
    const made = find(this, `.lx-actions [data-action="${action}"]`);
    if (made) made.hidden = !on;
  }

  /** A line above the prompt that stays: the exercise has changed, the browser keeps nothing (once a page). */
  private note(key: string): void {
    if (find(key === "changed" ? this : document, `[data-note="${key}"]`)) return;
    find(this, '[data-role="prompt"]')?.before(element("p", { class: "lx-note", "data-note": key }, say(key)));
  }

  private async check(): Promise<void> {
    const { exercise } = this;
    const answer = this.field.read();
    if (!("choices" in answer)) return this.work("check");
    if (exercise.kind === "quiz") this.graded(gradeQuiz(exercise.rule, answer.choices));
    if (exercise.kind === "scenario") {
      const { rule } = exercise;
      const result = gradeScenario(rule, answer.choices);
      const over = isOver(rule, answer.choices);
      this.graded(result, over || wasPoor(rule, answer.choices) ? "try" : "step");
    }
  }

  private graded(result: Result, as: "try" | "step" = "try"): void {
    this.resetBar.drop();
    this.undo = null;
    this.field.unmark();
    const passed = result.status === "passed";
    const told = this.field.told?.(result) ?? result.feedback;
    this.reply.result(as === "step" ? "idle" : result.status, told, this.exercise.kind !== "scenario");
    const { state, tries } = this.kept;
    const done = state === "passed" || state === "seen";
    const empty = result.feedback.some(({ key }) => NO_TRY.has(key));
    this.kept = {
      ...this.kept,
      state: done ? state : passed ? "passed" : "tried",
      tries: tries + (as === "try" && !passed && !empty ? 1 : 0),
      hash: this.exercise.hash,
    };
    find(this, '[data-note="changed"]')?.remove();
    this.show();
    if (passed && !done) find<HTMLDetailsElement>(this, '[data-role="solution"]')?.setAttribute("open", "");
    if (this.exercise.kind !== "scenario") this.reply.reveal();
    this.field.mark(result);
    void this.saver.now();
  }

  private async work(task: Task): Promise<void> {
    if (this.stop) return;
    this.resetBar.drop();
    const stop = (this.stop = new AbortController());
    const answer = this.field.read();
    void this.saver.now();
    this.field.unmark();
    if (task === "run") this.out.clear();
    this.reply.begin();
    this.show();
    try {
      const result = await grade(task, this.exercise, answer, {
        stage: (stage) => this.reply.stage(stage, task),
        output: (text) => this.out.add(text),
      }, stop.signal);
      this.stop = null;
      find(this, '[data-role="cost"]')?.remove();
      if (task === "run") this.ran(result);
      else this.graded(result);
    } catch (error) {
      this.stop = null;
      this.failed(error, task);
    } finally {
      this.stop = null;
      this.show();
    }
  }

  private ran(result: Result): void {
    this.out.finish(result);
    if (result.status === "passed") this.reply.say(this.out.empty ? "ran_silent" : "ran", "idle");
    else this.reply.result(result.status, result.feedback, true);
    this.reply.reveal();
    this.field.mark(result);
  }

  private failed(error: unknown, task: Task): void {
    if (error instanceof Stopped) return this.reply.shared("stopped", "idle");
    console.warn(error);
    const key = error instanceof DownloadFailed ? "download_failed" : "start_failed";
    if (!(error instanceof DownloadFailed || error instanceof StartFailed)) console.error(error);
    this.reply.say(key, "error", button("retry", say("retry"), () => void this.work(task)));
  }

  private hint(): void {
    const next = this.hints[this.kept.hints];
    if (!next) return;
    this.kept = { ...this.kept, hints: this.kept.hints + 1 };
    this.show();
    next.setAttribute("open", "");
    find(next, "summary")?.focus();
    void this.saver.now();
  }

  private solution(): void {
    this.kept = { ...this.kept, state: "seen" };
    this.show();
    const shown = find<HTMLDetailsElement>(this, '[data-role="solution"]');
    shown?.setAttribute("open", "");
    if (shown) find(shown, "summary")?.focus();
    void this.saver.now();
  }

  private reset(): void {
    this.undo = { ...this.kept, answer: this.field.read() };
    // What was passed stays passed; what was only seen may be earned now.
    const state: State = this.kept.state === "passed" ? "passed" : "untouched";
    this.put({ ...this.blank(), state });
    this.reply.clear();
    this.out.clear();
  }

  private takeBack(): void {
    if (this.undo) this.put(this.undo);
    this.undo = null;
  }

  private put(kept: Kept): void {
    this.kept = kept;
    this.field.unmark();
    if (kept.answer) this.field.write(kept.answer as Answer);
    else this.field.clear();
    find(this, '[data-role="solution"]')?.removeAttribute("open");
    for (const hint of this.hints) hint.removeAttribute("open");
    this.show();
    void this.saver.now();
  }
}

function makeField(host: Host, exercise: Exercise): Field {
  switch (exercise.kind) {
    case "code":
      return codeField(host, exercise.rule);
    case "table":
      return tableField(host, exercise.rule);
    case "quiz":
      return quizField(host, exercise.rule);
    case "scenario":
      return scenarioField(host, exercise.rule);
  }
}
