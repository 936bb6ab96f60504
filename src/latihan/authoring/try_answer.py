"""Grades one answer file, for `latihan try`."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from latihan.authoring.answer_file import read_answer
from latihan.authoring.fault import BrokenExercises
from latihan.authoring.folder import Folder, read_folder
from latihan.authoring.host import Host
from latihan.authoring.trial import graded
from latihan.authoring.wording import worded
from latihan.grading.result import Result
from latihan.messages import Language, messages


def try_answer(folder: Path, answer: Path, language: Language) -> dict[str, Any]:
    """`{"exercise", "status", "feedback": [{"key", "at", "text"}], "output"}`.

    Raises BrokenExercises where the folder cannot be read, AnswerUnreadable where the answer cannot.
    """
    read = read_folder(folder)
    if not isinstance(read, Folder):
        raise BrokenExercises(read)
    given = read_answer(answer, read.exercise)
    with Host() as host:
        return told(read, graded(read.exercise, given, language, host), language)


def told(folder: Folder, result: Result, language: Language) -> dict[str, Any]:
    """A result with its feedback in words."""
    text = folder.texts[language]
    feedback = [
        {"key": said.key, "at": said.at, "text": _printable(worded(text, said, language))} for said in result.feedback
    ]
    return {
        "exercise": folder.exercise.id,
        "status": result.status,
        "feedback": feedback,
        "output": result.output,
    }


def _printable(text: str) -> str:
    """Half a surrogate pair, which Python's text may hold, cannot be printed."""
    return text.encode("utf-8", "replace").decode("utf-8")


def spoken(said: dict[str, Any], language: Language) -> str:
    """The same for a terminal: a line for each feedback, with its place."""
    lines = [f"{said['exercise']}: {said['status']}"]
    lines += [f"{one['at']}: {one['text']}" if one["at"] else one["text"] for one in said["feedback"]]
    if said["status"] == "passed":
        lines.append(messages(language)["feedback"]["passed"])
    return "\n".join(lines)
