"""The files that a learner's program may open, in memory."""

from __future__ import annotations

import errno
import io
import os
import re
import stat
from collections.abc import Mapping
from typing import Any

_MODE = re.compile(r"(?=[^rwax]*[rwax][^rwax]*$)(?=[^bt]*[bt]?[^bt]*$)(?=[^+]*\+?[^+]*$)[rwaxbt+]{1,3}")


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
        name = self._own(file)
        if not _MODE.fullmatch(mode):
            raise ValueError(f"invalid mode: {mode!r}")
        if "x" in mode and name in self.names:
            raise FileExistsError(errno.EEXIST, "File exists", name)
        if "r" in mode and name not in self.names:
            raise FileNotFoundError(errno.ENOENT, "No such file", name)
        text = "" if set(mode) & set("wx") else self._text(name)
        stream = _Stream(self, name, text.encode(), mode)
        return stream if "b" in mode else io.TextIOWrapper(stream, encoding or "utf-8", errors, newline)

    def stat(self, path: Any, **_: Any) -> os.stat_result:
        """As `os.stat`, which `os.path.exists` and `pathlib` ask: only these files are there, in one folder."""
        name = os.fsdecode(path) if not isinstance(path, int) else ""
        if name in {".", "./"}:
            return _status(stat.S_IFDIR | 0o755, 0)
        try:
            own = self._own(path)
        except FileOutside:
            own = ""
        if own not in self.names:
            raise FileNotFoundError(errno.ENOENT, "No such file", name)
        return _status(stat.S_IFREG | 0o644, len(self._text(own).encode()))

    def listdir(self, path: Any = ".") -> list[str]:
        """As `os.listdir`, in the one folder that there is."""
        if path not in {None, ".", "./"}:
            raise FileOutside(errno.EACCES, "not one of the exercise's files", str(path))
        return self.names

    def _text(self, name: str) -> str:
        return self.written.get(name, self.given.get(name, ""))

    def _own(self, file: Any) -> str:
        """The plain name of a path; FileOutside for a folder, a path with folders or a descriptor."""
        name = str(file) if isinstance(file, int) else os.fsdecode(file)
        plain = name.removeprefix("./")
        if isinstance(file, int) or "/" in plain or "\\" in plain or plain in {"", ".", ".."}:
            raise FileOutside(errno.EACCES, "not one of the exercise's files", name)
        return plain


def _status(mode: int, size: int) -> os.stat_result:
    return os.stat_result((mode, 0, 0, 1, 0, 0, size, 0, 0, 0))


class _Stream(io.BytesIO):
    """An open file; when it is flushed or closed its text is kept with the run's files, if it was opened to write."""

    def __init__(self, files: Files, name: str, start: bytes, mode: str) -> None:
        super().__init__(start)
        self._files, self._name = files, name
        self._reads, self._writes = bool(set(mode) & set("r+")), bool(set(mode) & set("wax+"))
        if "a" in mode:
            self.seek(0, io.SEEK_END)
        self.flush()

    def readable(self) -> bool:
        return self._reads

    def writable(self) -> bool:
        return self._writes

    def write(self, data: Any) -> int:
        if not self._writes:
            raise io.UnsupportedOperation("not writable")
        return super().write(data)

    def flush(self) -> None:
        if self._writes:
            self._files.written[self._name] = self.getvalue().decode(errors="replace")

    def close(self) -> None:
        if not self.closed:
            self.flush()
        super().close()
