"""Cuts `text.<language>.md` into its sections; what looks like a heading within code stays in the body."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from latihan.authoring.fault import Fault, listed, nearest
from latihan.authoring.toml_file import KEY
from latihan.grading.exercise import Kind

PLAIN = {"hint", "explanation", "columns", "words"}
KEYED = {"feedback", "choice", "item", "step", "ending"}
SECTIONS: dict[Kind, tuple[str, ...]] = {
    "code": ("hint", "feedback", "explanation"),
    "table": ("hint", "feedback", "columns", "words", "explanation"),
    "quiz": ("hint", "choice", "item", "explanation"),
    "scenario": ("hint", "step", "ending", "explanation"),
}
_HEADING = re.compile(r"(#{1,6})\s+(.*?)\s*#*\s*$")
_FENCE = re.compile(r"\s{0,3}(?:>\s?)*(```+|~~~+)")
CODE_SPAN = re.compile(r"(`+)(?!`).*?(?<!`)\1(?!`)")
_HTML = re.compile(r"</?[a-zA-Z][\w-]*(?:\s[^<>]*)?/?>|<!--")


@dataclass(slots=True)
class Section:
    """A heading with its line, the numbered lines below it, and the choices of a step."""

    name: str
    key: str
    line: int
    body: list[tuple[int, str]] = field(default_factory=list)
    parts: list[Section] = field(default_factory=list)

    @property
    def heading(self) -> str:
        return f"{self.name}: {self.key}" if self.key else self.name

    @property
    def text(self) -> str:
        return "\n".join(line for _, line in self.body).strip()


@dataclass(slots=True)
class TextFile:
    """A text being read, and the faults found so far; `kind` is None where it is not known."""

    exercise: str
    file: str
    kind: Kind | None
    faults: list[Fault] = field(default_factory=list)

    def fault(self, line: int, what: str, expected: str = "", to_do: str = "") -> None:
        self.faults.append(Fault(self.exercise, self.file, line, what, expected, to_do))


def sections(file: TextFile, source: str) -> tuple[Section, list[Section]]:
    """The title (as name) with the prompt below it, and the sections in their order."""
    top, found = Section("", "", 1), list[Section]()
    here, fence = top, ""
    for number, line in enumerate(source.splitlines(), 1):
        match = _FENCE.match(line)
        if match:
            fence = "" if fence and match[1].startswith(fence) else fence or match[1]
        heading = None if fence or match else _HEADING.match(line)
        if heading is None:
            if not fence and not match and _HTML.search(CODE_SPAN.sub("", line)):
                file.fault(number, "Raw HTML is not shown", "Markdown", "Write it in backticks if it is code.")
            here.body.append((number, line))
        elif len(heading[1]) > 1:
            here = _opened(file, len(heading[1]), heading[2], number, found)
        elif top.name:
            file.fault(number, f"`# {heading[2]}` is a second title", "one title", "Use `## …` for sections.")
        else:
            if top.text:
                file.fault(1, "Text before the title is not shown", "`# Title` as the first line")
            top.name, top.line, top.body, here = heading[2], number, [], top
    if fence:
        file.fault(here.line, "A block of code is opened and not closed", "", f"Close it with {fence}.")
    return top, found


def _opened(file: TextFile, level: int, said: str, number: int, found: list[Section]) -> Section:
    name, _, key = (part.strip() for part in said.partition(":"))
    section = Section(name, key, number)
    in_step = level == 3 and name == "choice" and bool(found) and found[-1].name == "step"
    if level > 2 and not in_step:
        expected = "`## …`, or `### choice: …` within a step"
        file.fault(number, f"`{'#' * level} {said}` belongs to nothing", expected)
        return section
    allowed = SECTIONS[file.kind] if file.kind else sorted(PLAIN | KEYED)
    if level == 2 and name not in allowed:
        of_kind = f" of a {file.kind}" if file.kind else ""
        file.fault(number, f"No section{of_kind} is called `{said}`", listed(allowed), nearest(name, allowed))
        return section
    if name in KEYED and not KEY.fullmatch(key):
        has = f"the key `{key}`" if key else "no key"
        file.fault(number, f"`{name}` has {has}", f"small letters, digits and `_`, as in `{name}: saldo_awal`")
    if name in PLAIN and key:
        file.fault(number, f"`## {said}` has a key", f"`## {name}`")
    (found[-1].parts if in_step else found).append(section)
    return section
