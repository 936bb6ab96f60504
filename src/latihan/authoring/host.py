"""Grades answers in a child process, which is ended and started anew when an answer does not come back."""

from __future__ import annotations

import json
import selectors
import subprocess
import sys
from types import TracebackType
from typing import Any

from latihan.grading.answer import Answer
from latihan.grading.exercise import Exercise
from latihan.grading.result import Feedback, Result, tell
from latihan.grading.wire import answer_json, exercise_json
from latihan.messages import Language

MEMORY = 1024**3
GRACE_SECONDS = 1.0
START_SECONDS = 20.0


class Host:
    """One child process for many answers; used as a context manager, or closed."""

    def __init__(self, memory: int = MEMORY) -> None:
        self._memory = memory
        self._child: subprocess.Popen[str] | None = None

    def __enter__(self) -> Host:
        return self

    def __exit__(self, *_: type[BaseException] | BaseException | TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Ends the child process, if there is one."""
        if self._child:
            self._child.kill()
            self._child.wait()
            for stream in (self._child.stdin, self._child.stdout):
                if stream:
                    stream.close()
            self._child = None

    def grade(self, exercise: Exercise, answer: Answer, language: Language) -> Result:
        """As `grading.grade`, values in words of the language, but whatever the answer does, a result comes back.

        `timeout_unplaced` when native code runs past the limit, `worker_lost` when the process dies of the answer,
        `check_broken` when the exercise's own checks crash.
        """
        child = self._started()
        assert child.stdin
        assert child.stdout
        question = json.dumps([exercise_json(exercise), answer_json(answer), language])
        try:
            child.stdin.write(question + "\n")
            child.stdin.flush()
        except BrokenPipeError:
            return self._lost()
        if not _speaks(child, exercise.limits.check_seconds + GRACE_SECONDS):
            self.close()
            return Result("timeout", (tell("timeout_unplaced"),))
        line = child.stdout.readline()
        return _result(json.loads(line)) if line else self._lost()

    def _started(self) -> subprocess.Popen[str]:
        if self._child is None or self._child.poll() is not None:
            self.close()
            self._child = subprocess.Popen(
                [sys.executable, "-m", "latihan.authoring.worker", str(self._memory)],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                encoding="utf-8",
            )
            if not _speaks(self._child, START_SECONDS) or self._child.stdout.readline() != "ready\n":  # type: ignore[union-attr]
                self.close()
                raise RuntimeError(f"the grading process did not start within {START_SECONDS:.0f} seconds")
        return self._child

    def _lost(self) -> Result:
        self.close()
        return Result("error", (tell("worker_lost"),))


def _speaks(child: subprocess.Popen[str], seconds: float) -> bool:
    """Whether the child says something, or ends, within the time."""
    assert child.stdout
    with selectors.DefaultSelector() as selector:
        selector.register(child.stdout, selectors.EVENT_READ)
        return bool(selector.select(seconds))


def _result(data: dict[str, Any]) -> Result:
    feedback = tuple(Feedback(said["key"], said["at"], said["values"]) for said in data["feedback"])
    return Result(data["status"], feedback, data["output"], data["truncated"])


def grade_in_child(exercise: Exercise, answer: Answer, language: Language) -> Result:
    """One answer in a child process of its own."""
    with Host() as host:
        return host.grade(exercise, answer, language)
