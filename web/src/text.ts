// Feedback as nodes: paragraphs and backtick code, every value a text node, never HTML.

import { fill, type Values } from "./messages";

export interface Piece {
  readonly code: boolean;
  readonly text: string;
}

/** Paragraphs of pieces. Fields are filled after the backticks are read, so a value can neither open nor close code. */
export function pieces(template: string, values: Values = {}): Piece[][] {
  return template
    .trim()
    .split(/\n\s*\n/)
    .filter((paragraph) => paragraph.trim())
    .map((paragraph) =>
      paragraph
        .split(/(`[^`]+`)/)
        .filter((part) => part !== "")
        .map((part) => {
          const code = part.length > 2 && part.startsWith("`") && part.endsWith("`");
          const text = code ? part.slice(1, -1) : part.replace(/\s*\n\s*/g, " ");
          return { code, text: fill(text, values) };
        }),
    );
}

/** One paragraph element for each paragraph of the template. */
export function paragraphs(template: string, values: Values = {}): HTMLElement[] {
  return pieces(template, values).map((parts) => {
    const paragraph = document.createElement("p");
    for (const part of parts) {
      if (!part.code) paragraph.append(part.text);
      else {
        const code = document.createElement("code");
        code.textContent = part.text;
        paragraph.append(code);
      }
    }
    return paragraph;
  });
}
