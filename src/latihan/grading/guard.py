"""Refuses what reaches out of a running program: writing real files, starting processes, the network."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from latihan.grading.files import FileOutside

_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
_FILES = frozenset(
    f"os.{event}"
    for event in ("chdir", "chflags", "chmod", "chown", "link", "mkdir", "remove", "rename", "rmdir", "symlink",
                  "truncate", "utime")
)  # fmt: skip
_OUTSIDE = (
    "ctypes.", "ftplib.", "http.", "os.exec", "os.fork", "os.posix_spawn", "os.spawn", "os.startfile", "os.system",
    "pty.", "signal.", "smtplib.", "socket.", "sqlite3.", "subprocess.", "urllib.", "webbrowser.",
)  # fmt: skip
_running = 0


class ModuleBlocked(ImportError):
    """The program used a module that is not offered here; `name` says which."""


@contextmanager
def guard() -> Iterator[None]:
    """While open, the program runs and may not reach out."""
    global _running
    _running += 1
    try:
        yield
    finally:
        _running -= 1


def _refuse(event: str, arguments: tuple[object, ...]) -> None:
    """An audit hook: once there it cannot be taken away, so it is added once and does nothing between programs."""
    if not _running:
        return
    if event == "open":
        path, _, flags = arguments
        if isinstance(flags, int) and flags & _WRITING and not isinstance(path, int):
            raise FileOutside(errno.EACCES, "not one of the exercise's files", str(path))
    elif event in _FILES:
        raise FileOutside(errno.EACCES, "not one of the exercise's files", str(arguments[0]))
    elif event.startswith(_OUTSIDE):
        raise ModuleBlocked(f"{event} is not offered here", name=event)


sys.addaudithook(_refuse)
