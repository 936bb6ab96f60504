"""Reads `text.<language>.md` into a `Text`, with everything that is wrong with it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from latihan.authoring.fault import Fault
from latihan.authoring.sections import Section, TextFile, sections
from latihan.authoring.text import Choice, Step, Text
from latihan.grading.exercise import Kind

MAX_CHARACTERS = 20_000
_ENTRY = re.compile(r"[-*]\s+(?P<key>[^:]+?)\s*:\s+(?P<label>.+?)\s*$")


def parse_text(source: str, exercise: str, name: str, kind: Kind | None) -> tuple[Text, list[Fault]]:
    """The text and its faults; sections that do not belong to the kind are faults (`None`: any section will do)."""
    file = TextFile(exercise, name, kind)
    if len(source) > MAX_CHARACTERS:
        what = f"The text has {len(source):,} characters"
        file.fault(0, what, f"at most {MAX_CHARACTERS:,}", "Make two exercises of it.")
    top, found = sections(file, source)
    if not top.name:
        file.fault(1, "There is no title", "`# Title` as the first line")
    if not top.text:
        file.fault(top.line, "There is no prompt under the title", "what the learner is to do")
    return _text(file, top, found), sorted(file.faults)


def _text(file: TextFile, top: Section, found: list[Section]) -> Text:
    by_name: dict[str, list[Section]] = {}
    lines: dict[str, int] = {}
    for section in found:
        if section.name != "hint" and section.heading in lines:
            file.fault(section.line, f"`## {section.heading}` stands here a second time", "each section once")
        lines.setdefault(section.heading, section.line)
        by_name.setdefault(section.name, []).append(section)
        for part in section.parts:
            lines.setdefault(f"{section.heading}/{part.heading}", part.line)

    def keyed[T](name: str, read: Callable[[TextFile, Section], T]) -> dict[str, T]:
        return {section.key: read(file, section) for section in by_name.get(name, [])}

    def entries(name: str) -> dict[str, str]:
        return {key: label for section in by_name.get(name, []) for key, label in _entries(file, section)}

    return Text(
        title=top.name,
        prompt=top.text,
        hints=tuple(_body(file, section) for section in by_name.get("hint", [])),
        feedback=keyed("feedback", _body),
        columns=entries("columns"),
        words=entries("words"),
        choices=keyed("choice", _choice),
        items=keyed("item", _choice),
        steps=keyed("step", _step),
        endings=keyed("ending", _body),
        explanation="\n\n".join(_body(file, section) for section in by_name.get("explanation", [])),
        lines=lines,
    )


def _body(file: TextFile, section: Section) -> str:
    if not section.text:
        file.fault(section.line, f"`## {section.heading}` is empty", "at least one sentence")
    return section.text


def _entries(file: TextFile, section: Section) -> Iterator[tuple[str, str]]:
    seen: set[str] = set()
    for number, line in section.body:
        match = _ENTRY.match(line)
        if match and match["key"] not in seen:
            seen.add(match["key"])
            yield match["key"], match["label"]
        elif match:
            file.fault(number, f"`{match['key']}` stands twice under `## {section.name}`", "each key once")
        elif line.strip():
            file.fault(number, f"`{line.strip()}` under `## {section.name}` cannot be read", "`- key: Label`")


def _choice(file: TextFile, section: Section) -> Choice:
    first = next((i for i, (_, line) in enumerate(section.body) if line.lstrip().startswith(">")), len(section.body))
    label = "\n".join(line for _, line in section.body[:first]).strip()
    reply: list[str] = []
    for number, line in section.body[first:]:
        if line.strip() and not line.lstrip().startswith(">"):
            expected = "the label, then the reply in `> …` lines"
            file.fault(number, f"`{section.heading}` goes on after its reply", expected)
            break
        reply.append(re.sub(r"^\s*> ?", "", line))
    if not label:
        file.fault(section.line, f"`{section.heading}` has no label", "a line above its reply `> …`")
    return Choice(label, "\n".join(reply).strip())


def _step(file: TextFile, section: Section) -> Step:
    choices: dict[str, Choice] = {}
    for part in section.parts:
        if part.key in choices:
            file.fault(part.line, f"`### {part.heading}` stands twice in `## {section.heading}`", "each choice once")
        choices[part.key] = _choice(file, part)
    return Step(_body(file, section), choices)
