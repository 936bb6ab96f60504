"""Checks whole exercises: reading, the curriculum, what is still to do, every promise."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from latihan.authoring.curriculum import Lists, curriculum_faults
from latihan.authoring.fault import Fault
from latihan.authoring.folder import Folder, read_folder
from latihan.authoring.folder_files import exercise_id
from latihan.authoring.host import Host
from latihan.authoring.promises import broken_promises

_TODO = re.compile(r"\bTODO\b:?\s*(.*?)[\s\"']*$")


@dataclass(frozen=True, slots=True)
class Report:
    """Faults by exercise, in order, and how much was checked."""

    faults: dict[str, list[Fault]]
    exercises: int
    mistakes: int
    also_right: int

    @property
    def broken(self) -> int:
        return sum(bool(faults) for faults in self.faults.values())


def check_folders(paths: Sequence[Path], lists: Lists, progress: Callable[[str], None] = lambda _: None) -> Report:
    """Every fault of the folders; `progress` is told each exercise's id before its turn."""
    faults: dict[str, list[Fault]] = {}
    mistakes = also_right = 0
    with Host() as host:
        for path in paths:
            exercise = exercise_id(path)
            progress(exercise)
            read = read_folder(path)
            faults[exercise] = check_folder(path, read, lists, host)
            if isinstance(read, Folder):
                mistakes += len(read.mistakes)
                also_right += len(read.also_right)
    return Report(faults, len(paths), mistakes, also_right)


def check_folder(path: Path, read: Folder | list[Fault], lists: Lists, host: Host) -> list[Fault]:
    """Every fault of one folder; promises wait until it can be read whole and nothing is left to do."""
    faults, open_ends = curriculum_faults(path, lists), left_to_do(path)
    if not isinstance(read, Folder):
        return sorted([*faults, *open_ends, *read])
    return sorted([*faults, *(open_ends or broken_promises(read, host))])


def left_to_do(path: Path) -> list[Fault]:
    """Every TODO mark in the folder's files."""
    faults = []
    for file in sorted(path.rglob("*")):
        if file.suffix not in {".toml", ".md", ".py", ".csv"} or "__pycache__" in file.parts:
            continue
        for number, line in enumerate(file.read_text(encoding="utf-8", errors="replace").splitlines(), 1):
            if match := _TODO.search(line):
                name = file.relative_to(path).as_posix()
                said = match[1].partition(",")[0] if file.suffix == ".csv" else match[1]
                faults.append(Fault(exercise_id(path), name, number, f"Still to do: {said or 'this line'}"))
    return faults
