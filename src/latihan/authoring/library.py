"""All exercises of a project."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from latihan.authoring.fault import BrokenExercises, Fault, nearest
from latihan.authoring.folder import FIXTURES, Folder, read_folder
from latihan.authoring.folder_files import exercise_id
from latihan.authoring.toml_file import FILE


class NoProject(Exception):
    """There is no folder with `exercises` and `docs` here or above."""


def find_project(start: Path) -> Path:
    """The folder at or above `start` that holds `exercises` and `docs`; NoProject where there is none."""
    for folder in (start, *start.parents):
        if (folder / "exercises").is_dir() and (folder / "docs").is_dir():
            return folder
    raise NoProject(f"{start} is in no project: no folder above holds `exercises` and `docs`. Go to the project first.")


def exercise_folders(exercises: Path) -> list[Path]:
    """Every `<track>/<unit>/<exercise>` folder, in the order of its id."""
    folders = (path for path in exercises.glob("*/*/*") if path.is_dir() and path.name != "__pycache__")
    return sorted(path for path in folders if path.relative_to(exercises).parts[0] != FIXTURES)


def read_all(exercises: Path) -> list[Folder]:
    """Every exercise; raises BrokenExercises with all faults of all folders."""
    read = [read_folder(path) for path in exercise_folders(exercises)]
    faults = [fault for found in read if isinstance(found, list) for fault in found]
    faults += misplaced(exercises)
    if faults:
        raise BrokenExercises(faults)
    return [found for found in read if isinstance(found, Folder)]


def misplaced(exercises: Path) -> list[Fault]:
    """Faults of `exercise.toml` files that lie too high or too deep to be found."""
    return [
        Fault(path.parent.relative_to(exercises).as_posix(), FILE, 0, "This exercise is at the wrong depth",
              "exercises/<track>/<unit>/<exercise>", "Move the folder.")
        for path in sorted(exercises.rglob(FILE))
        if len(path.relative_to(exercises).parts) != 4
    ]  # fmt: skip


class UnknownExercise(Exception):
    """An id that no exercise has; the message says which is nearest."""


def pick_folders(exercises: Path, ids: Sequence[str]) -> list[Path]:
    """The folders of ids, units (`pembukuan/buku-kas`), tracks or paths; all where none is given."""
    folders = exercise_folders(exercises)
    by_id = {exercise_id(path): path for path in folders}
    if not ids:
        return folders
    picked: dict[str, Path] = {}
    for given in ids:
        wanted = given.strip("/").removeprefix("./").removeprefix("exercises/")
        found = {key: path for key, path in by_id.items() if key == wanted or key.startswith(wanted + "/")}
        if not found:
            raise UnknownExercise(
                f"There is no exercise `{given}`. {nearest(wanted, by_id) or 'There is none like it.'}"
            )
        picked |= found
    return list(picked.values())


def pick_one(exercises: Path, given: str) -> Path:
    """The folder of one exercise; UnknownExercise where the id names none, or a whole unit."""
    folders = pick_folders(exercises, [given])
    if len(folders) > 1:
        raise UnknownExercise(
            f"`{given}` names {len(folders)} exercises. Expected: one, as `{exercise_id(folders[0])}`."
        )
    return folders[0]
