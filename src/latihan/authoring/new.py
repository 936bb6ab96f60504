"""Makes the folder of a new exercise, ready to fill in."""

from __future__ import annotations

import re
from importlib.resources import files
from pathlib import Path

from latihan.authoring.curriculum import Lists
from latihan.authoring.fault import nearest
from latihan.grading.exercise import Kind

_ID = re.compile(r"(?P<unit>[a-z0-9-]+/[a-z0-9-]+)/[a-z0-9-]+")
_FILE = re.compile(r"^=== (?P<name>\S+)\n", re.M)


class NotMade(Exception):
    """A new exercise that cannot be; the message says why."""


def new_folder(exercises: Path, exercise: str, kind: Kind, lists: Lists) -> Path:
    """The folder, filled from the kind's template; NotMade where the id will not do or the folder is there already."""
    match = _ID.fullmatch(exercise)
    if not match:
        raise NotMade(f"`{exercise}` is no id. Expected: track/unit/exercise in small letters, digits and `-`.")
    if "units" in lists and match["unit"] not in lists["units"]:
        near = nearest(match["unit"], lists["units"])
        raise NotMade(f"There is no unit `{match['unit']}` in docs/curriculum/units.csv. {near}".rstrip())
    folder = exercises / exercise
    if folder.exists():
        raise NotMade(f"{folder} is there already. Choose another id, or remove the folder first.")
    for name, text in template(kind).items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def template(kind: Kind) -> dict[str, str]:
    """The files of a new exercise by name: a small exercise that holds, its words marked TODO."""
    source = files("latihan.authoring").joinpath(f"templates/{kind}.txt").read_text(encoding="utf-8")
    return split_template(source)


def split_template(source: str) -> dict[str, str]:
    """Files by name; a line `=== name` stands before each."""
    parts = _FILE.split(source)
    return dict(zip(parts[1::2], parts[2::2], strict=True))
