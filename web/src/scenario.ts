// A story in the page: one step at a time, the consequence of a choice above the next step, and the way to start over.

import { button, find, findAll } from "./dom";
import type { Field, Host } from "./field";
import { say } from "./messages";
import type { ScenarioRule } from "./protocol";
import { stepAfter } from "./rules";

// The height in pixels that the site's header covers.
const HEADER = 64;

export function scenarioField(host: Host, rule: ScenarioRule): Field {
  let path: string[] = [];
  const answer = find(host.root, '[data-role="answer"]');
  const feedback = find(host.root, '[data-role="feedback"]');
  // What came of a choice is read before the step that follows from it.
  if (answer && feedback) answer.before(feedback);
  const parts = findAll(host.root, "[data-step], [data-ending]");

  const show = (): void => {
    const step = stepAfter(rule, path) ?? rule.start;
    for (const part of parts) part.hidden = (part.dataset["step"] ?? part.dataset["ending"]) !== step;
  };
  const now = (): HTMLElement | undefined => parts.find((part) => !part.hidden);

  const go = (to: string[]): void => {
    path = to;
    show();
    if (to.length) host.chosen();
    else host.restarted();
    now()?.focus({ preventScroll: true });
    const top = feedback?.textContent ? feedback : now();
    const { y } = top?.getBoundingClientRect() ?? { y: 0 };
    if (y < HEADER || y > innerHeight / 2) top?.scrollIntoView({ block: "start" });
  };

  for (const part of parts) {
    part.tabIndex = -1;
    for (const option of findAll(part, ".lx-option")) {
      const choice = option.dataset["choice"] ?? "";
      const chosen = button("choose", "", () => go([...path, choice]));
      chosen.dataset["choice"] = choice;
      chosen.append(...(find(option, "p")?.childNodes ?? []));
      // On screen the reply comes when it is chosen; on paper it stands below its choice.
      option.replaceWith(chosen, ...findAll(option, "details"));
    }
    if (part.dataset["ending"]) part.append(button("restart", say("restart"), () => go([])));
  }
  show();

  return {
    read: () => ({ choices: path }),
    write(kept) {
      if (!("choices" in kept)) return;
      path = stepAfter(rule, kept.choices) === null ? [] : [...kept.choices];
      show();
    },
    clear() {
      path = [];
      show();
    },
    mark: () => {},
    unmark: () => {},
    // An ending is shown as the last part of the story, and a story that goes on needs no reminder.
    told: (result) =>
      result.feedback.filter(({ key }) => !key.startsWith("ending:") && key !== "scenario_unfinished"),
  };
}

/** Whether the last choice of a path was a poor one, or led to a poor ending. */
export function wasPoor(rule: ScenarioRule, path: readonly string[]): boolean {
  const before = stepAfter(rule, path.slice(0, -1));
  const last = path.at(-1);
  const option = before === null || last === undefined ? undefined : rule.steps[before]?.[last];
  return option !== undefined && (option.poor || rule.endings[option.to] === "poor");
}

/** Whether a path has come to an ending. */
export function isOver(rule: ScenarioRule, path: readonly string[]): boolean {
  return (stepAfter(rule, path) ?? "") in rule.endings;
}

