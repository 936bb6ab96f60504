"""Grades answers in a child process, which is ended and started anew when an answer does not come back."""

from __future__ import annotations

import json
import subprocess
import sys
from contextlib import suppress
from queue import Empty, SimpleQueue
from threading import Thread
from types import TracebackType
from typing import IO, Any

from latihan.grading.answer import Answer
from latihan.grading.exercise import Exercise
from latihan.grading.result import Feedback, Result, tell
from latihan.grading.wire import answer_json, exercise_json
from latihan.messages import Language

MEMORY = 1024**3
GRACE_SECONDS = 1.0
START_SECONDS = 30.0


class Host:
    """One child process for many answers; used as a context manager, or closed. `memory` is its limit in bytes."""

    def __init__(self, memory: int = MEMORY) -> None:
        self._memory = memory
        self._child: subprocess.Popen[str] | None = None
        self._said: SimpleQueue[str] = SimpleQueue()

    def __enter__(self) -> Host:
        return self

    def __exit__(self, *_: type[BaseException] | BaseException | TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Ends the child process, if there is one."""
        child, self._child = self._child, None
        if child:
            child.kill()
            child.wait()
            if child.stdin:
                with suppress(BrokenPipeError):
                    child.stdin.close()

    def grade(self, exercise: Exercise, answer: Answer, language: Language) -> Result:
        """As `grading.grade`, values in words of the language, but whatever the answer does, a result comes back.

        `timeout_unplaced` when native code runs past the limit, `worker_lost` when the process dies of the answer,
        `check_broken` when the exercise's own checks crash.
        """
        child = self._started()
        assert child.stdin
        try:
            child.stdin.write(json.dumps([exercise_json(exercise), answer_json(answer), language]) + "\n")
            child.stdin.flush()
            line = self._said.get(timeout=exercise.limits.check_seconds + GRACE_SECONDS)
        except Empty:
            self.close()
            return Result("timeout", (tell("timeout_unplaced"),))
        except BrokenPipeError:
            line = ""
        if not line:
            self.close()
            return Result("error", (tell("worker_lost"),))
        return _result(json.loads(line))

    def _started(self) -> subprocess.Popen[str]:
        if self._child is None or self._child.poll() is not None:
            self.close()
            command = [sys.executable, "-m", "latihan.authoring.worker", str(self._memory)]
            pipe = subprocess.PIPE
            self._child = subprocess.Popen(command, stdin=pipe, stdout=pipe, encoding="utf-8")
            self._said = SimpleQueue()
            Thread(target=_listen, args=(self._child.stdout, self._said), daemon=True).start()
            try:
                ready = self._said.get(timeout=START_SECONDS)
            except Empty:
                ready = ""
            if ready != "ready\n":
                self.close()
                raise RuntimeError(f"The grading process did not start within {START_SECONDS:.0f} seconds.")
        return self._child


def _listen(stream: IO[str], said: SimpleQueue[str]) -> None:
    """Passes on each line, and an empty one at the end."""
    with stream:
        for line in stream:
            said.put(line)
    said.put("")


def _result(data: dict[str, Any]) -> Result:
    feedback = tuple(Feedback(said["key"], said["at"], said["values"]) for said in data["feedback"])
    return Result(data["status"], feedback, data["output"], data["truncated"])


def grade_in_child(exercise: Exercise, answer: Answer, language: Language) -> Result:
    """One answer in a child process of its own."""
    with Host() as host:
        return host.grade(exercise, answer, language)
