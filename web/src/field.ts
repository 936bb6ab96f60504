// What every kind of exercise offers the element: an answer to read and write, and marks to show.

import type { Answer, Feedback, Result } from "./protocol";

export interface Field {
  /** The answer as it stands. */
  read(): Answer;
  /** Puts an answer back, as far as it still fits the exercise. */
  write(answer: Answer): void;
  /** Puts back what the author gave. */
  clear(): void;
  /** Marks what a result points at, and goes there where that helps. */
  mark(result: Result): void;
  unmark(): void;
  /** Feedback that the learner should read, where it is not all of the result's. */
  told?(result: Result): readonly Feedback[];
}

/** What a field tells the element. */
export interface Host {
  /** The learner changed the answer. */
  changed(): void;
  /** The learner begins a story again: what was said to its last choice is over. */
  restarted(): void;
  /** The learner made a choice that is graded at once. */
  chosen(): void;
  readonly root: HTMLElement;
}
