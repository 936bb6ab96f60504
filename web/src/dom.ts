// Small helpers for elements.

type Attributes = Readonly<Record<string, string | boolean | number>>;

/** A new element; an attribute that is `true` stands alone, one that is `false` is left out. */
export function element<K extends keyof HTMLElementTagNameMap>(
  name: K, attributes: Attributes = {}, ...children: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== false) made.setAttribute(key, value === true ? "" : String(value));
  }
  made.append(...children);
  return made;
}

/** A button of an exercise, named by what it does. */
export function button(action: string, label: string, onClick: () => void): HTMLButtonElement {
  const made = element("button", { type: "button", "data-action": action }, label);
  made.addEventListener("click", onClick);
  return made;
}

export function find<E extends Element = HTMLElement>(root: ParentNode, selector: string): E | null {
  return root.querySelector<E>(selector);
}

export function findAll<E extends Element = HTMLElement>(root: ParentNode, selector: string): E[] {
  return [...root.querySelectorAll<E>(selector)];
}
