// Feedback as nodes: paragraphs, backtick code and emphasis, every value a text node, never HTML.

import { element } from "./dom";
import { fill, type Values } from "./messages";

export interface Piece {
  readonly as: "text" | "code" | "strong" | "em";
  readonly text: string;
}

const MARKED = /(`[^`]+`|\*\*[^*\s](?:[^*]*[^*\s])?\*\*|\*[^*\s](?:[^*]*[^*\s])?\*)/;

function piece(part: string): Piece {
  if (!MARKED.test(part)) return { as: "text", text: part };
  if (part.startsWith("`")) return { as: "code", text: part.slice(1, -1) };
  return part.startsWith("**") ? { as: "strong", text: part.slice(2, -2) } : { as: "em", text: part.slice(1, -1) };
}

/** Paragraphs of pieces. Fields are filled after the marks are read, so a value can neither open nor close one. */
export function pieces(template: string, values: Values = {}): Piece[][] {
  return template
    .trim()
    .split(/\n\s*\n/)
    .filter((paragraph) => paragraph.trim())
    .map((paragraph) =>
      paragraph
        .split(MARKED)
        .filter((part) => part !== "")
        .map(piece)
        .map(({ as, text }) => ({ as, text: fill(as === "code" ? text : text.replace(/\s*\n\s*/g, " "), values) })),
    );
}

/** One paragraph element for each paragraph of the template. */
export function paragraphs(template: string, values: Values = {}): HTMLElement[] {
  return pieces(template, values).map((parts) => {
    const paragraph = element("p");
    for (const { as, text } of parts) {
      if (as === "text") paragraph.append(text);
      else paragraph.append(element(as, {}, text));
    }
    return paragraph;
  });
}
