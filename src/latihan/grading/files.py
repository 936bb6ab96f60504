"""The files that a learner's program may open, in memory."""

from __future__ import annotations

import io
import os
from collections.abc import Mapping
from typing import Any


class FileOutside(PermissionError):
    """The program opened a path outside the exercise's own files."""


class Files:
    """The files of one run, in memory: those of the exercise, and whatever the program writes."""

    def __init__(self, given: Mapping[str, str]) -> None:
        self.given = dict(given)
        self.written: dict[str, str] = {}

    @property
    def names(self) -> list[str]:
        return sorted({*self.given, *self.written})

    def open(
        self,
        file: Any,
        mode: str = "r",
        buffering: int = -1,
        encoding: str | None = None,
        errors: str | None = None,
        newline: str | None = None,
        *_: Any,
        **__: Any,
    ) -> io.IOBase:
        """As the builtin `open`, on the names of this run alone; UTF-8 unless `encoding` says otherwise."""
        name = str(file) if isinstance(file, int) else os.fsdecode(file)
        plain = name.removeprefix("./")
        if isinstance(file, int) or "/" in plain or "\\" in plain or plain in {"", ".", ".."}:
            raise FileOutside(13, "not one of the exercise's files", name)
        if "x" in mode and plain in self.names:
            raise FileExistsError(17, "File exists", name)
        if "r" in mode and plain not in self.names:
            raise FileNotFoundError(2, "No such file", name)
        text = "" if set(mode) & set("wx") else self.written.get(plain, self.given.get(plain, ""))
        writes = set(mode) & set("wax+")
        stream = _Saved(self, plain, text.encode()) if writes else io.BytesIO(text.encode())
        if "a" in mode:
            stream.seek(0, io.SEEK_END)
        return stream if "b" in mode else io.TextIOWrapper(stream, encoding or "utf-8", errors, newline)


class _Saved(io.BytesIO):
    """A file being written: its text is kept with the run's files when it is flushed or closed."""

    def __init__(self, files: Files, name: str, start: bytes) -> None:
        super().__init__(start)
        self._files, self._name = files, name
        self.flush()

    def flush(self) -> None:
        self._files.written[self._name] = self.getvalue().decode(errors="replace")

    def close(self) -> None:
        if not self.closed:
            self.flush()
        super().close()
