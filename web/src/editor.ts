// The editor, a script of its own: CodeMirror in the place of a textarea, with the same text and selection.

import { defaultKeymap, history, historyKeymap, indentLess, indentMore, insertNewlineAndIndent } from "@codemirror/commands";
import { python } from "@codemirror/lang-python";
import { bracketMatching, HighlightStyle, indentUnit, syntaxHighlighting } from "@codemirror/language";
import { EditorState, StateEffect, StateField } from "@codemirror/state";
import { Decoration, drawSelection, EditorView, keymap, lineNumbers, type DecorationSet } from "@codemirror/view";
import { tags } from "@lezer/highlight";

/** What can be done to a program, in a textarea or in the editor. */
export interface Editing {
  readonly content: HTMLElement;
  put(text: string): void;
  insert(text: string): void;
  indent(): void;
  dedent(): void;
  markLine(line: number | null): void;
}

export interface Options {
  changed(): void;
  run(): void;
  readonly describedBy: string;
}

export interface Editor {
  mount(area: HTMLTextAreaElement, options: Options): Editing;
}

const setMarked = StateEffect.define<number | null>();
const marked = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(lines, change) {
    let now = lines.map(change.changes);
    for (const effect of change.effects) {
      if (!effect.is(setMarked)) continue;
      const line = effect.value;
      const known = line !== null && line >= 1 && line <= change.state.doc.lines;
      now = known
        ? Decoration.set(Decoration.line({ class: "lx-line" }).range(change.state.doc.line(line).from))
        : Decoration.none;
    }
    return now;
  },
  provide: (field) => EditorView.decorations.from(field),
});

const colours = HighlightStyle.define([
  { tag: [tags.keyword, tags.operatorKeyword, tags.controlKeyword, tags.definitionKeyword], class: "lx-tok-keyword" },
  { tag: [tags.string, tags.special(tags.string)], class: "lx-tok-string" },
  { tag: [tags.number, tags.bool, tags.null], class: "lx-tok-number" },
  { tag: tags.comment, class: "lx-tok-comment" },
  { tag: [tags.function(tags.variableName), tags.function(tags.definition(tags.variableName))], class: "lx-tok-function" },
]);

function mount(area: HTMLTextAreaElement, options: Options): Editing {
  let leaving = false;
  const { selectionStart, selectionEnd } = area;
  const focused = document.activeElement === area;
  const label = area.getAttribute("aria-label") ?? "";

  const tab = (command: (view: EditorView) => boolean) => (view: EditorView): boolean => {
    // After Esc the browser may move on: whoever has no mouse is not held here.
    if (leaving) return false;
    return command(view);
  };
  const view = new EditorView({
    state: EditorState.create({
      doc: area.value,
      selection: { anchor: selectionStart, head: selectionEnd },
      extensions: [
        lineNumbers(),
        history(),
        drawSelection(),
        bracketMatching(),
        python(),
        indentUnit.of("    "),
        syntaxHighlighting(colours),
        marked,
        EditorView.lineWrapping,
        EditorView.contentAttributes.of({
          "aria-label": label,
          "aria-describedby": options.describedBy,
          spellcheck: "false",
          autocapitalize: "off",
          autocorrect: "off",
          autocomplete: "off",
          "data-role": "editor",
        }),
        EditorView.domEventHandlers({
          keydown(event) {
            if (event.key === "Escape") leaving = true;
            else if (event.key !== "Tab" && event.key !== "Shift") leaving = false;
            return false;
          },
          focus: () => void (leaving = false),
        }),
        keymap.of([
          { key: "Tab", run: tab(insertIndent), shift: tab(indentLess) },
          { key: "Mod-Enter", run: () => (options.run(), true) },
          { key: "Enter", run: insertNewlineAndIndent },
          ...historyKeymap,
          ...defaultKeymap.filter(({ key }) => key !== "Escape"),
        ]),
        EditorView.updateListener.of((update) => {
          if (!update.docChanged) return;
          area.value = update.state.doc.toString();
          if (!update.transactions.some((change) => change.isUserEvent("put"))) options.changed();
        }),
      ],
    }),
  });
  area.before(view.dom);
  area.hidden = true;
  if (focused) view.focus();

  const put = (text: string): void => {
    if (text === view.state.doc.toString()) return;
    view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: text }, userEvent: "put" });
  };
  // Whoever writes into the textarea, as a browser that restores a form does, writes into the program.
  area.addEventListener("input", () => put(area.value));
  return {
    content: view.contentDOM,
    put,
    insert: (text) => view.dispatch(view.state.replaceSelection(text), { scrollIntoView: true, userEvent: "input" }),
    indent: () => void insertIndent(view),
    dedent: () => void indentLess(view),
    markLine: (line) => view.dispatch({ effects: setMarked.of(line) }),
  };
}

/** Four spaces at the caret, or the selected lines moved right. */
function insertIndent(view: EditorView): boolean {
  if (view.state.selection.ranges.some((range) => !range.empty)) return indentMore(view);
  view.dispatch(view.state.replaceSelection("    "), { scrollIntoView: true, userEvent: "input" });
  return true;
}

(globalThis as { latihanEditor?: Editor }).latihanEditor = { mount };
