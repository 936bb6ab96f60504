// The wording of this page, from its JSON, and the filling of fields.

import type { Language } from "./protocol";

export interface Page {
  readonly language: Language;
  readonly project: string;
  readonly root: string;
  readonly mode: "http" | "file" | "single";
  readonly sizes: Readonly<Record<string, number>>;
  readonly messages: { readonly feedback: Record<string, string>; readonly page: Record<string, string> };
  readonly units: Readonly<Record<string, readonly string[]>>;
}

export type Values = Readonly<Record<string, string | number>>;

let page: Page | undefined;

/** What the page tells its script, read once; throws on a page without `#latihan-page`. */
export function thisPage(): Page {
  page ??= JSON.parse(document.getElementById("latihan-page")?.textContent ?? "") as Page;
  return page;
}

/** The template with each known `{field}` replaced; other braces stay, and values are not filled again. */
export function fill(template: string, values: Values = {}): string {
  return template.replace(/\{(\w+)\}/g, (field, name: string) =>
    Object.hasOwn(values, name) ? String(values[name]) : field,
  );
}

/** A sentence of the page by its key under `[page]`; the key itself where the language file lacks it. */
export function say(key: string, values?: Values): string {
  return fill(thisPage().messages.page[key] ?? key, values);
}

/** Megabytes with one decimal, in the marks of the page's language. */
export function megabytes(bytes: number): string {
  const options = { minimumFractionDigits: 1, maximumFractionDigits: 1 };
  return (bytes / 1e6).toLocaleString(thisPage().language, options);
}
