// A row of keys above the phone's keyboard, for the signs that a program needs and a phone hides.

import { element } from "./dom";
import type { Editing } from "./editor";
import { say } from "./messages";

const SIGNS = [":", "(", ")", "[", "]", "=", '"', "_"];

let bar: HTMLElement | undefined;
let owner: HTMLElement | undefined;
let editing: () => Editing;

/** Shows the row while `content` has the focus; on devices with a fine pointer it does nothing. */
export function showKeys(content: HTMLElement, target: () => Editing): void {
  if (!matchMedia("(pointer: coarse)").matches) return;
  editing = target;
  owner = content;
  bar ??= build();
  bar.hidden = false;
  document.body.classList.add("lx-typing");
  place();
  content.addEventListener("blur", hide, { once: true });
}

function hide(): void {
  // The editor takes the focus over from the textarea within the same moment.
  setTimeout(() => {
    if (!bar || document.activeElement === owner) return;
    bar.hidden = true;
    document.body.classList.remove("lx-typing");
  });
}

function build(): HTMLElement {
  const row = element("div", { class: "lx-keys", role: "toolbar", "aria-label": say("keys") });
  const key = (sign: string, label: string, press: () => void): void => {
    const made = element("button", { type: "button", tabindex: -1, "aria-label": label }, sign);
    // The focus stays in the text, or the phone would put its keyboard away.
    made.addEventListener("pointerdown", (event) => event.preventDefault());
    made.addEventListener("mousedown", (event) => event.preventDefault());
    made.addEventListener("click", press);
    row.append(made);
  };
  key("⇤", say("key_dedent"), () => editing().dedent());
  key("⇥", say("key_indent"), () => editing().indent());
  for (const sign of SIGNS) key(sign, sign, () => editing().insert(sign));
  document.body.append(row);
  window.visualViewport?.addEventListener("resize", place);
  window.visualViewport?.addEventListener("scroll", place);
  return row;
}

/** Puts the row at the lower edge of what the keyboard leaves free. */
function place(): void {
  const view = window.visualViewport;
  if (!bar || bar.hidden || !view) return;
  const covered = document.documentElement.clientHeight - view.height - view.offsetTop;
  bar.style.transform = `translateY(${-Math.max(0, covered)}px)`;
}
