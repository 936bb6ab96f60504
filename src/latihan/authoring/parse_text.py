"""Reads `text.<language>.md` into a `Text`, with everything that is wrong with it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from latihan.authoring.fault import Fault, listed, nearest
from latihan.authoring.text import Choice, Step, Text
from latihan.grading.exercise import Kind

_PLAIN = {"hint", "explanation", "columns", "words"}
_KEYED = {"feedback", "choice", "item", "step", "ending"}
SECTIONS: dict[Kind, tuple[str, ...]] = {
    "code": ("hint", "feedback", "explanation"),
    "table": ("hint", "feedback", "columns", "words", "explanation"),
    "quiz": ("hint", "choice", "item", "explanation"),
    "scenario": ("hint", "step", "ending", "explanation"),
}
_HEADING = re.compile(r"(#{1,6})\s+(.*?)\s*#*\s*$")
_FENCE = re.compile(r"\s{0,3}(```+|~~~+)")
_KEY = re.compile(r"[a-z0-9][a-z0-9_-]*")
_ENTRY = re.compile(r"[-*]\s+(?P<key>[^:]+?)\s*:\s+(?P<label>.+?)\s*$")
_CODE = re.compile(r"(`+)(?!`).*?(?<!`)\1(?!`)")
_HTML = re.compile(r"</?[a-zA-Z][^<>]*>|<!--")
_MAX_CHARACTERS = 20_000


@dataclass(slots=True)
class _Section:
    level: int
    name: str
    key: str
    line: int
    body: list[tuple[int, str]] = field(default_factory=list)
    parts: list[_Section] = field(default_factory=list)

    @property
    def heading(self) -> str:
        return f"{self.name}: {self.key}" if self.key else self.name


@dataclass(slots=True)
class _Reader:
    exercise: str
    file: str
    kind: Kind | None
    faults: list[Fault] = field(default_factory=list)
    lines: dict[str, int] = field(default_factory=dict)

    def fault(self, line: int, what: str, expected: str = "", to_do: str = "") -> None:
        self.faults.append(Fault(self.exercise, self.file, line, what, expected, to_do))


def parse_text(source: str, exercise: str, file: str, kind: Kind | None) -> tuple[Text, list[Fault]]:
    """The text and its faults; sections that do not belong to the kind are faults (`None`: any section will do)."""
    reader = _Reader(exercise, file, kind)
    if len(source) > _MAX_CHARACTERS:
        reader.fault(
            0, f"The text has {len(source):,} characters", f"at most {_MAX_CHARACTERS:,}", "Make two exercises."
        )
    top, sections = _sections(reader, source)
    title, prompt = _head(reader, top)
    return _text(reader, title, prompt, sections), reader.faults


def _sections(reader: _Reader, source: str) -> tuple[_Section, list[_Section]]:
    top = _Section(1, "", "", 1)
    sections: list[_Section] = []
    here, fence = top, ""
    for number, line in enumerate(source.splitlines(), 1):
        if match := _FENCE.match(line):
            fence = "" if fence and match[1].startswith(fence) else fence or match[1]
        heading = None if fence or match else _HEADING.match(line)
        if not heading:
            if not fence and not match and _HTML.search(_CODE.sub("", line)):
                reader.fault(number, "Raw HTML is not shown", "Markdown", "Write it in backticks if it is code.")
            here.body.append((number, line))
            continue
        level, said = len(heading[1]), heading[2]
        if level == 1:
            if top.name:
                reader.fault(number, f"A second title `# {said}`", "one title", "Use `## …` for sections.")
            else:
                top.name, top.line, here = said, number, top
            continue
        here = _opened(reader, level, said, number, sections)
    if fence:
        reader.fault(here.line, "A block of code is opened and not closed", "", "Close it with ```.")
    return top, sections


def _opened(reader: _Reader, level: int, said: str, number: int, sections: list[_Section]) -> _Section:
    name, _, key = (part.strip() for part in said.partition(":"))
    section = _Section(level, name, key, number)
    if level > 3 or (level == 3 and (name != "choice" or not sections or sections[-1].name != "step")):
        reader.fault(number, f"A heading `{'#' * level} {said}`", "`## …`, or `### choice: …` within a step")
        return section
    if level == 3:
        sections[-1].parts.append(section)
    else:
        allowed = SECTIONS[reader.kind] if reader.kind else sorted(_PLAIN | _KEYED)
        if name not in allowed:
            of_kind = f" of a {reader.kind}" if reader.kind else ""
            reader.fault(number, f"No section{of_kind} is called `{said}`", listed(allowed), nearest(name, allowed))
            return section
        sections.append(section)
    if name in _KEYED and not _KEY.fullmatch(key):
        reader.fault(
            number,
            f"`{name}` has " + (f"the key `{key}`" if key else "no key"),
            f"a key of small letters, digits and `_`, as in `## {name}: saldo_awal`",
        )
    if name in _PLAIN and key:
        reader.fault(number, f"`## {name}` takes no key", f"`## {name}`", f"Remove `: {key}`.")
        section.key = ""
    return section


def _body(reader: _Reader, section: _Section, what: str = "") -> str:
    said = "\n".join(line for _, line in section.body).strip()
    if not said:
        reader.fault(section.line, f"{what or f'`{section.heading}`'} is empty", "at least one sentence")
    return said


def _head(reader: _Reader, top: _Section) -> tuple[str, str]:
    if not top.name:
        reader.fault(1, "There is no title", "`# Title` as the first line")
        return "", _body(reader, top, "The prompt")
    for number, line in top.body:
        if number < top.line and line.strip():
            reader.fault(number, "Text before the title is not shown", "`# Title` as the first line")
            break
    top.body = [(number, line) for number, line in top.body if number > top.line]
    return top.name, _body(reader, top, "The prompt under the title")


def _text(reader: _Reader, title: str, prompt: str, sections: list[_Section]) -> Text:
    found: dict[str, list[_Section]] = {}
    for section in sections:
        known = found.setdefault(section.name, [])
        if section.name != "hint" and any(other.key == section.key for other in known):
            reader.fault(section.line, f"`## {section.heading}` stands here a second time", "each section once")
        known.append(section)
        reader.lines.setdefault(section.heading, section.line)

    def keyed[T](name: str, read: Callable[[_Reader, _Section], T]) -> dict[str, T]:
        return {section.key: read(reader, section) for section in found.get(name, [])}

    def entries(name: str) -> dict[str, str]:
        return {key: label for section in found.get(name, []) for key, label in _entries(reader, section)}

    return Text(
        title=title,
        prompt=prompt,
        hints=tuple(_body(reader, section) for section in found.get("hint", [])),
        feedback=keyed("feedback", _body),
        columns=entries("columns"),
        words=entries("words"),
        choices=keyed("choice", _choice),
        items=keyed("item", _choice),
        steps=keyed("step", _step),
        endings=keyed("ending", _body),
        explanation="\n\n".join(_body(reader, section) for section in found.get("explanation", [])),
        lines=reader.lines,
    )


def _entries(reader: _Reader, section: _Section) -> Iterator[tuple[str, str]]:
    seen: set[str] = set()
    for number, line in section.body:
        if not line.strip():
            continue
        match = _ENTRY.match(line)
        if not match:
            reader.fault(number, f"`{line.strip()}` under `## {section.name}` cannot be read", "`- key: Label`")
        elif match["key"] in seen:
            reader.fault(number, f"`{match['key']}` stands twice under `## {section.name}`", "each key once")
        else:
            seen.add(match["key"])
            yield match["key"], match["label"]


def _choice(reader: _Reader, section: _Section) -> Choice:
    first = next((i for i, (_, line) in enumerate(section.body) if line.lstrip().startswith(">")), len(section.body))
    label = "\n".join(line for _, line in section.body[:first]).strip()
    reply: list[str] = []
    for number, line in section.body[first:]:
        if line.lstrip().startswith(">"):
            reply.append(re.sub(r"^\s*> ?", "", line))
        elif line.strip():
            reader.fault(
                number, f"`{section.heading}` goes on after its reply", "the label, then the reply in `> …` lines"
            )
            break
        else:
            reply.append("")
    if not label:
        reader.fault(section.line, f"`{section.heading}` has no label", "a line above its reply `> …`")
    return Choice(label, "\n".join(reply).strip())


def _step(reader: _Reader, section: _Section) -> Step:
    choices: dict[str, Choice] = {}
    for part in section.parts:
        if part.key in choices:
            reader.fault(part.line, f"`### {part.heading}` stands twice in `{section.heading}`", "each choice once")
        reader.lines.setdefault(f"{section.heading}/{part.heading}", part.line)
        choices[part.key] = _choice(reader, part)
    return Step(_body(reader, section), choices)
