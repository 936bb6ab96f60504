"""Stops a learner's loop when its time is up, inside Python, so that the line is known."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from time import monotonic
from types import CodeType

TOOL = 4
_EVENTS = sys.monitoring.events.JUMP | sys.monitoring.events.PY_START


class TimeIsUp(BaseException):
    """Raised in the learner's loop; not an `Exception`, so that their `except Exception` lets it pass."""


@contextmanager
def deadline(code: CodeType, until: float) -> Iterator[None]:
    """While open, loops and calls in `code` raise `TimeIsUp` once `time.monotonic()` has passed `until` (seconds).

    A loop within native code, as `10**10**8`, is not seen: the host ends it from outside.
    """
    monitoring = sys.monitoring

    def look(*_: object) -> None:
        if monotonic() > until:
            raise TimeIsUp

    outermost = monitoring.get_tool(TOOL) is None
    if outermost:
        monitoring.use_tool_id(TOOL, "latihan")
    monitoring.register_callback(TOOL, monitoring.events.JUMP, look)
    monitoring.register_callback(TOOL, monitoring.events.PY_START, look)
    for part in _parts(code):
        monitoring.set_local_events(TOOL, part, _EVENTS)
    try:
        yield
    finally:
        if outermost:
            monitoring.register_callback(TOOL, monitoring.events.JUMP, None)
            monitoring.register_callback(TOOL, monitoring.events.PY_START, None)
            monitoring.free_tool_id(TOOL)


def _parts(code: CodeType) -> Iterator[CodeType]:
    yield code
    for constant in code.co_consts:
        if isinstance(constant, CodeType):
            yield from _parts(constant)
