// A program in the page: the textarea that holds it, and the editor that takes its place when it is focused.

import { element, find } from "./dom";
import type { Editor, Editing } from "./editor";
import type { Field, Host } from "./field";
import { assetUrl, classicScript } from "./files";
import { showKeys } from "./keys";
import { say } from "./messages";
import type { CodeRule } from "./protocol";

declare global {
  var latihanEditor: Editor | undefined;
}

const INDENT = "    ";

export function codeField(host: Host, rule: CodeRule): Field {
  const area = find<HTMLTextAreaElement>(host.root, 'textarea[data-role="program"]') ?? element("textarea");
  const help = element("p", { class: "lx-sr", id: `${host.root.id}-keys` }, say("editor_keys"));
  area.after(help);
  area.setAttribute("aria-describedby", help.id);
  let editing: Editing = plain(area, host);
  let upgrading = false;

  area.addEventListener("input", () => host.changed());
  area.addEventListener("focus", () => {
    showKeys(area, () => editing);
    void upgrade();
  });

  async function upgrade(): Promise<void> {
    if (upgrading) return;
    upgrading = true;
    try {
      if (!globalThis.latihanEditor) await classicScript(assetUrl("editor.js"));
    } catch (error) {
      // The textarea does all that is needed; the next focus tries again.
      console.warn(error);
      upgrading = false;
      return;
    }
    const made = globalThis.latihanEditor?.mount(area, {
      changed: () => host.changed(),
      run: () => find(host.root, '[data-action="run"]')?.click(),
      describedBy: help.id,
    });
    if (!made) return;
    editing = made;
    made.content.addEventListener("focus", () => showKeys(made.content, () => editing));
    if (made.content === document.activeElement) showKeys(made.content, () => editing);
  }

  return {
    read: () => ({ source: area.value }),
    write(answer) {
      if ("source" in answer) editing.put(answer.source);
    },
    clear: () => editing.put(rule.starter),
    mark(result) {
      const line = Number(result.feedback[0]?.at ?? Number.NaN);
      if (Number.isInteger(line)) editing.markLine(line);
    },
    unmark: () => editing.markLine(null),
  };
}

/** The textarea itself, with the same abilities as the editor has. */
function plain(area: HTMLTextAreaElement, host: Host): Editing {
  const insert = (text: string): void => {
    area.setRangeText(text, area.selectionStart, area.selectionEnd, "end");
    host.changed();
  };
  return {
    content: area,
    put: (text) => void (area.value = text),
    insert,
    indent: () => insert(INDENT),
    dedent() {
      const start = area.value.lastIndexOf("\n", area.selectionStart - 1) + 1;
      const spaces = /^ {1,4}/.exec(area.value.slice(start))?.[0].length ?? 0;
      area.setRangeText("", start, start + spaces, "preserve");
      host.changed();
    },
    markLine: () => {},
  };
}
