"""Grades answers for `host`, one line of JSON in, one line out, in a process that may be killed."""

from __future__ import annotations

import json
import os
import sys

from latihan.grading import wire

try:
    import resource
except ImportError:  # Windows has no limits of this kind; the time limit still holds there.
    resource = None  # type: ignore[assignment]


def main(memory: int) -> None:
    """Says `ready`, then reads `[exercise, answer, language]` until the input ends.

    `memory` is the limit of the address space in bytes.
    """
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
    questions = os.fdopen(os.dup(0), encoding="utf-8")
    nothing = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(nothing, stream)
    if resource:
        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    answers.write("ready\n")
    answers.flush()
    for line in questions:
        exercise, answer, language = json.loads(line)
        answers.write(wire.check(json.dumps(exercise), json.dumps(answer), language) + "\n")
        answers.flush()


if __name__ == "__main__":
    main(int(sys.argv[1]))
