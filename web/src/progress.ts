// What is passed, shown on unit pages and on the home page's map.

import { element, find, findAll } from "./dom";
import { say, thisPage } from "./messages";
import { store, type State } from "./store";

export const SAVED = "latihan-saved";

async function states(): Promise<ReadonlyMap<string, State>> {
  const kept = await store();
  const all = kept ? await kept.all(thisPage().project) : [];
  return new Map(all.map(({ exercise, state }) => [exercise, state]));
}

interface Count {
  readonly passed: number;
  readonly begun: boolean;
  readonly all: number;
}

/** How many exercises of a unit are passed, and whether any is begun. */
export function countUnit(exercises: readonly string[], known: ReadonlyMap<string, State>): Count {
  const own = exercises.map((id) => known.get(id) ?? "untouched");
  return {
    passed: own.filter((state) => state === "passed").length,
    begun: own.some((state) => state !== "untouched"),
    all: own.length,
  };
}

function bar(count: Count, label: string): HTMLProgressElement {
  return element("progress", { value: count.passed, max: Math.max(1, count.all), "aria-label": label });
}

/** An element that draws itself anew whenever an exercise is saved. */
abstract class Drawn extends HTMLElement {
  private readonly again = (): void => void this.redraw();

  connectedCallback(): void {
    document.addEventListener(SAVED, this.again);
    // A page that comes back from the browser's history is as old as it was left.
    window.addEventListener("pageshow", this.again);
    void this.redraw();
  }

  disconnectedCallback(): void {
    document.removeEventListener(SAVED, this.again);
    window.removeEventListener("pageshow", this.again);
  }

  private async redraw(): Promise<void> {
    this.draw(await states());
  }

  protected abstract draw(known: ReadonlyMap<string, State>): void;
}

export class LatihanProgress extends Drawn {
  protected draw(known: ReadonlyMap<string, State>): void {
    const exercises = thisPage().units[this.getAttribute("unit") ?? ""] ?? [];
    if (!exercises.length) return;
    const count = countUnit(exercises, known);
    const key = count.passed === count.all ? "unit_all" : "unit_some";
    const words = say(key, { passed: count.passed, all: count.all });
    this.replaceChildren(element("span", {}, words), bar(count, words));
  }
}

export class LatihanMap extends Drawn {
  protected draw(known: ReadonlyMap<string, State>): void {
    let next: string | undefined;
    let begunAny = false;
    for (const row of findAll(this, "[data-unit]")) {
      const count = countUnit(thisPage().units[row.dataset["unit"] ?? ""] ?? [], known);
      const done = count.all > 0 && count.passed === count.all;
      row.dataset["state"] = done ? "passed" : count.begun ? "begun" : "untouched";
      begunAny ||= count.begun;
      const link = find<HTMLAnchorElement>(row, "a");
      if (!done && count.all) next ??= link?.getAttribute("href") ?? undefined;
      const shown = find(row, ".lx-map-count") ?? element("span", { class: "lx-map-count" });
      const words = say(done ? "unit_all" : "unit_some", { passed: count.passed, all: count.all });
      shown.replaceChildren(
        element("span", { "aria-hidden": "true" }, `${count.passed}/${count.all}`),
        element("span", { class: "lx-sr" }, words),
      );
      shown.hidden = !count.begun;
      link?.append(shown);
    }
    const start = find<HTMLAnchorElement>(document, "a.lx-start");
    if (start && begunAny && next) {
      start.href = next;
      start.textContent = say("go_on");
    }
  }
}
