"""Promise 4: both languages have the same skeleton."""

from __future__ import annotations

from collections.abc import Iterator

from latihan.authoring.fault import Fault, counted, listed
from latihan.authoring.folder import Folder
from latihan.authoring.folder_files import TEXTS
from latihan.authoring.trial import Trial
from latihan.authoring.wording import FIELD
from latihan.messages import LANGUAGES, Language

MIN_HINTS = 2


def languages_agree(folder: Folder, _: Trial) -> Iterator[Fault]:
    """4. Sections, words, number of hints and fields of each feedback agree; reading held each to the rule."""
    for language in LANGUAGES:
        hints = folder.texts[language].hints
        if len(hints) < MIN_HINTS:
            what = f"The text has {counted(len(hints), 'hint')}"
            to_do = "Begin with a question, then the next step."
            yield Fault(folder.exercise.id, TEXTS[language], 0, what, f"{MIN_HINTS} at least", to_do)
        if not folder.texts[language].explanation:
            yield Fault(
                folder.exercise.id, TEXTS[language], 0, "There is no `## explanation`", "it stands with the solution"
            )
    first, second = LANGUAGES
    yield from _missing(folder, first, second)
    yield from _missing(folder, second, first)
    if len(folder.texts[first].hints) != len(folder.texts[second].hints):
        counts = " and ".join(f"{TEXTS[language]} {len(folder.texts[language].hints)}" for language in LANGUAGES)
        yield Fault(folder.exercise.id, TEXTS[second], 0, f"The numbers of hints differ: {counts}", "the same number")
    yield from _fields(folder, first, second)


def _missing(folder: Folder, have: Language, lack: Language) -> Iterator[Fault]:
    text, other = folder.texts[have], folder.texts[lack]
    for name, keys, others in (
        ("feedback", text.feedback, other.feedback),
        ("words", text.words, other.words),
    ):
        for key in keys:
            if key not in others:
                said = f"`## feedback: {key}`" if name == "feedback" else f"`{key}` under `## {name}`"
                what = f"{said} stands in {TEXTS[have]} alone"
                line = other.lines.get(name, 0)
                yield Fault(folder.exercise.id, TEXTS[lack], line, what, "the same sections in both languages")


def _fields(folder: Folder, first: Language, second: Language) -> Iterator[Fault]:
    text, other = folder.texts[first], folder.texts[second]
    for key in text.feedback.keys() & other.feedback.keys():
        fields, others = (set(FIELD.findall(t.feedback[key])) for t in (text, other))
        if fields != others:
            what = f"The fields of `## feedback: {key}` are {listed(sorted(others)) or 'none'}"
            expected = f"{listed(sorted(fields)) or 'none'}, as in {TEXTS[first]}"
            yield Fault(folder.exercise.id, TEXTS[second], other.lines.get(f"feedback: {key}", 0), what, expected)
