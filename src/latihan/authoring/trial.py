"""Grades the answers of a folder once each, for all promises."""

from __future__ import annotations

import re
from dataclasses import replace

from latihan.authoring.fault import Fault
from latihan.authoring.folder import Folder
from latihan.authoring.host import Host
from latihan.authoring.sheet import as_typed
from latihan.authoring.wording import worded
from latihan.grading.answer import Answer, Choices, Table
from latihan.grading.exercise import Exercise, Limits, TableRule
from latihan.grading.grade import grade
from latihan.grading.result import Result
from latihan.messages import LANGUAGES, Language

BROKEN = "A check crashes"
_PLACE = re.compile(r"checks\.py:(?P<line>\d+|\?): (?P<what>.*)", re.S)


class Trial:
    """The results of a folder's answers, kept so that no answer is graded twice in a language."""

    def __init__(self, folder: Folder, host: Host) -> None:
        self._folder, self._host = folder, host
        self._results: dict[tuple[Answer, Language], Result] = {}

    def result(self, answer: Answer, language: Language) -> Result:
        """The result of an answer as a file of the folder holds it."""
        if (answer, language) not in self._results:
            self._results[answer, language] = graded(self._folder.exercise, answer, language, self._host)
        return self._results[answer, language]

    def outcomes(self, answer: Answer) -> list[tuple[Language, Result]]:
        """The result in each language; one where all say the same."""
        found: dict[object, tuple[Language, Result]] = {}
        for language in LANGUAGES:
            result = self.result(answer, language)
            gist = (result.status, tuple((said.key, said.at) for said in result.feedback))
            found.setdefault(gist, (language, result))
        return list(found.values())

    def hurried(self, answer: Answer, seconds: float) -> Result:
        """The result of an answer that has only so many seconds."""
        exercise = replace(self._folder.exercise, limits=Limits(check_seconds=seconds))
        return graded(exercise, answer, "id", self._host)

    def said(self, result: Result, language: Language) -> str:
        """What a result is, for a fault: its status, keys and words."""
        text = self._folder.texts[language]
        keys = ", ".join(
            f"`{said.key}`" + (f" at {said.at}" if said.at else "") + f" (“{worded(text, said, language)}”)"
            for said in result.feedback
        )
        return f"{result.status}{f', {keys}' if keys else ''} [{language}]"


def graded(exercise: Exercise, answer: Answer, language: Language, host: Host) -> Result:
    """The result of an answer in a file's notation; choices need no process of their own."""
    if isinstance(answer, Choices):
        return grade(exercise, answer, language)
    if isinstance(answer, Table) and isinstance(exercise.rule, TableRule):
        answer = Table(as_typed(exercise.rule, answer.rows, language))
    return host.grade(exercise, answer, language)


def broken_check(folder: Folder, result: Result) -> Fault | None:
    """The fault of checks that crash, with their line."""
    for said in result.feedback:
        if said.key == "check_broken":
            where = str(said.values["where"])
            place = _PLACE.match(where)
            line = int(place["line"]) if place and place["line"].isdigit() else 0
            what = place["what"] if place else where
            to_do = "A check must stand every answer; test the type of what it gets."
            return Fault(folder.exercise.id, "checks.py", line, f"{BROKEN}: {what}", "", to_do)
    return None
