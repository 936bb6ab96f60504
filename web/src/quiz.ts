// A quiz in the page: what is picked, up and down buttons for an order, and marks on what was replied to.

import { button, element, find, findAll } from "./dom";
import type { Field, Host } from "./field";
import { say } from "./messages";
import type { QuizRule, Result } from "./protocol";

interface Form {
  pick(): string[];
  put(picked: readonly string[]): void;
  marked(at: string): HTMLElement | null;
}

export function quizField(host: Host, rule: QuizRule): Field {
  const form = { one: ticks, several: ticks, order, matching }[rule.form](host, rule);
  return {
    read: () => ({ choices: form.pick() }),
    write(answer) {
      if ("choices" in answer) form.put(answer.choices);
    },
    clear: () => form.put(rule.form === "order" ? rule.choices : []),
    mark(result: Result) {
      for (const { at } of result.feedback) {
        if (at !== null) form.marked(at)?.setAttribute("data-mark", result.status === "passed" ? "right" : "wrong");
      }
    },
    unmark: () => findAll(host.root, "[data-mark]").forEach((marked) => marked.removeAttribute("data-mark")),
  };
}

function ticks(host: Host): Form {
  const inputs = findAll<HTMLInputElement>(host.root, ".lx-choice input");
  for (const input of inputs) input.addEventListener("change", () => host.changed());
  return {
    pick: () => inputs.filter((input) => input.checked).map((input) => input.value),
    put: (picked) => inputs.forEach((input) => (input.checked = picked.includes(input.value))),
    marked: (at) => inputs.find((input) => input.value === at)?.closest<HTMLElement>("label") ?? null,
  };
}

function order(host: Host): Form {
  const list = find(host.root, '[data-role="order"]') ?? element("ol");
  const said = element("p", { class: "lx-sr", role: "status" });
  list.after(said);
  const rows = (): HTMLElement[] => findAll(list, "li[data-choice]");
  const label = (row: HTMLElement): string => find(row, "span")?.textContent ?? "";

  const settle = (): void =>
    rows().forEach((row, place, all) => {
      const [up, down] = findAll<HTMLButtonElement>(row, "button");
      if (up) up.disabled = place === 0;
      if (down) down.disabled = place === all.length - 1;
    });

  const move = (row: HTMLElement, by: -1 | 1, pressed: HTMLButtonElement): void => {
    const other = by < 0 ? row.previousElementSibling : row.nextElementSibling;
    if (!other) return;
    if (by < 0) other.before(row);
    else other.after(row);
    settle();
    const partner = findAll<HTMLButtonElement>(row, "button").find((made) => !made.disabled);
    (pressed.disabled ? partner : pressed)?.focus();
    said.textContent = say("moved", { item: label(row), place: rows().indexOf(row) + 1, all: rows().length });
    host.changed();
  };

  for (const row of rows()) {
    const steps: [string, string, -1 | 1][] = [["up", "↑", -1], ["down", "↓", 1]];
    const buttons = steps.map(([action, sign, by]) => {
      const made = button(action, sign, () => move(row, by, made));
      made.setAttribute("aria-label", say(`move_${action}`, { item: label(row) }));
      return made;
    });
    row.append(element("span", { class: "lx-move" }, ...buttons));
  }
  settle();

  return {
    pick: () => rows().map((row) => row.dataset["choice"] ?? ""),
    put(picked) {
      const byKey = new Map(rows().map((row) => [row.dataset["choice"] ?? "", row]));
      for (const key of picked) {
        const row = byKey.get(key);
        if (row) list.append(row);
        byKey.delete(key);
      }
      // Choices that were added to the exercise since the answer was kept.
      list.append(...byKey.values());
      settle();
    },
    marked: (at) => rows().find((row) => row.dataset["choice"] === at) ?? null,
  };
}

function matching(host: Host, rule: QuizRule): Form {
  const selects = findAll<HTMLSelectElement>(host.root, '[data-role="matching"] select');
  const itemOf = (select: HTMLSelectElement): string => select.closest("li")?.dataset["item"] ?? "";
  for (const select of selects) select.addEventListener("change", () => host.changed());
  return {
    pick: () => selects.filter((select) => select.value).map((select) => `${itemOf(select)}=${select.value}`),
    put(picked) {
      const pairs = new Map(picked.map((pair) => [pair.split("=", 1)[0], pair.slice(pair.indexOf("=") + 1)]));
      for (const select of selects) {
        const choice = pairs.get(itemOf(select)) ?? "";
        select.value = rule.choices.includes(choice) ? choice : "";
      }
    },
    marked: (at) => selects.find((select) => itemOf(select) === at)?.closest("li") ?? null,
  };
}
