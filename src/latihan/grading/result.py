"""What comes back to the learner: keys and values, no prose."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

Status = Literal["passed", "failed", "error", "timeout"]


@dataclass(frozen=True, slots=True)
class Feedback:
    """Which reply, where (a line, `row:column`, a choice) and the values that fill its fields."""

    key: str
    at: str | None = None
    values: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Result:
    """The outcome of one answer; `output` is what a run printed, cut when `truncated`."""

    status: Status
    feedback: tuple[Feedback, ...] = ()
    output: str = ""
    truncated: bool = False


PASSED = Result("passed")


class Stop(Exception):
    """Ends a check early with a result, as when the learner's program crashes; never leaves `grade`."""

    def __init__(self, status: Status, feedback: Feedback) -> None:
        super().__init__(feedback.key)
        self.result = Result(status, (feedback,))


def tell(key: str, at: tuple[int, str] | int | str | None = None, **values: object) -> Feedback:
    """The feedback `key` of an exercise; `at` is a line, a choice or a cell as `(row, column)`."""
    place = f"{at[0]}:{at[1]}" if isinstance(at, tuple) else None if at is None else str(at)
    return Feedback(key, place, values)
