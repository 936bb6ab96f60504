// A table to fill: its cells as an answer, moving between them by keys, and the mark on a wrong one.

import { find, findAll } from "./dom";
import type { Field, Host } from "./field";
import type { TableRule } from "./protocol";

type Cell = HTMLInputElement | HTMLSelectElement;

export function tableField(host: Host, rule: TableRule): Field {
  const cells = findAll<Cell>(host.root, "td[data-row] :is(input, select)");
  const at = (row: string, column: string): Cell | null =>
    find<Cell>(host.root, `td[data-row="${CSS.escape(row)}"][data-column="${CSS.escape(column)}"] :is(input, select)`);

  for (const cell of cells) {
    cell.addEventListener("input", () => {
      unmarkCell(cell);
      host.changed();
    });
    (cell as HTMLElement).addEventListener("keydown", (event) => {
      if (event.isComposing || event.altKey || event.ctrlKey || event.metaKey) return;
      const next = target(cell, event, cells);
      if (next === undefined) return;
      event.preventDefault();
      goTo(next ?? find<HTMLElement>(host.root, '[data-action="check"]'));
    });
  }

  return {
    read: () => ({
      rows: rule.starter.map((row, index) =>
        row.map((fixed, place) => {
          if (fixed !== "?") return fixed;
          return at(String(index + 1), rule.columns[place]?.key ?? "")?.value ?? "";
        }),
      ),
    }),
    write(answer) {
      if (!("rows" in answer)) return;
      for (const cell of cells) {
        const { row, column } = place(cell);
        const typed = answer.rows[Number(row) - 1]?.[rule.columns.findIndex(({ key }) => key === column)];
        if (typed !== undefined && typed !== "?") cell.value = typed;
      }
    },
    clear() {
      for (const cell of cells) cell.value = "";
    },
    mark(result) {
      let first = true;
      for (const { at: where } of result.feedback) {
        const [row, column] = [where?.split(":", 1)[0] ?? "", where?.slice(where.indexOf(":") + 1) ?? ""];
        const cell = where === null ? null : at(row, column);
        if (!cell) continue;
        cell.setAttribute("aria-invalid", "true");
        cell.closest("td")?.classList.add("lx-wrong");
        const feedback = find(host.root, '[data-role="feedback"]');
        if (feedback?.id) cell.setAttribute("aria-describedby", feedback.id);
        if (first) goTo(cell);
        first = false;
      }
    },
    unmark() {
      for (const cell of cells) unmarkCell(cell);
    },
  };
}

function unmarkCell(cell: Cell): void {
  cell.removeAttribute("aria-invalid");
  cell.removeAttribute("aria-describedby");
  cell.closest("td")?.classList.remove("lx-wrong");
}

function place(cell: Cell): { row: string; column: string } {
  const { row = "", column = "" } = cell.closest("td")?.dataset ?? {};
  return { row, column };
}

function goTo(next: HTMLElement | null): void {
  next?.focus();
  if (next instanceof HTMLInputElement) next.select();
}

/** The cell a key leads to; null past the last one, undefined when the key stays with the cell. */
function target(cell: Cell, event: KeyboardEvent, cells: readonly Cell[]): Cell | null | undefined {
  const column = cells.filter((other) => place(other).column === place(cell).column);
  const down = column.indexOf(cell);
  const across = cells.indexOf(cell);
  const choice = cell instanceof HTMLSelectElement;
  switch (event.key) {
    case "Enter":
      return column[down + 1] ?? cells.find((other) => after(other, cell)) ?? null;
    case "ArrowUp":
      return choice ? undefined : column[down - 1];
    case "ArrowDown":
      return choice ? undefined : column[down + 1];
    case "ArrowLeft":
      return choice || caret(cell).left ? cells[across - 1] : undefined;
    case "ArrowRight":
      return choice || caret(cell).right ? cells[across + 1] : undefined;
    default:
      return undefined;
  }
}

/** Whether `other` is the first cell of a later column, where Enter goes from the end of one. */
function after(other: Cell, cell: Cell): boolean {
  const columnOf = (some: Cell): number => some.closest("td")?.cellIndex ?? 0;
  return columnOf(other) > columnOf(cell);
}

function caret(cell: Cell): { left: boolean; right: boolean } {
  if (!(cell instanceof HTMLInputElement)) return { left: true, right: true };
  const { selectionStart, selectionEnd, value } = cell;
  const all = selectionStart === 0 && selectionEnd === value.length;
  return { left: all || (selectionStart === 0 && selectionEnd === 0), right: all || selectionStart === value.length };
}
