"""Whether exercises stand where the curriculum knows them, and cover items that it has."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from pathlib import Path

from latihan.authoring.fault import Fault, nearest
from latihan.authoring.folder_files import exercise_id
from latihan.authoring.settings import read_settings
from latihan.authoring.toml_file import FILE, line_of

Lists = Mapping[str, frozenset[str]]


def read_lists(docs: Path) -> Lists:
    """Ids of `units` and `items` from docs/curriculum; a list that is not there is left out."""
    found: dict[str, frozenset[str]] = {}
    for name, file, column in (("units", "units.csv", "unit"), ("items", "items.csv", "id")):
        if (path := docs / "curriculum" / file).is_file():
            rows = csv.DictReader(path.read_text(encoding="utf-8").splitlines())
            found[name] = frozenset(row[column] for row in rows)
    return found


def curriculum_faults(path: Path, lists: Lists) -> list[Fault]:
    """Unknown units and items of an exercise folder, whatever else is wrong with it."""
    faults, exercise = [], exercise_id(path)
    unit = exercise.rpartition("/")[0]
    if "units" in lists and unit not in lists["units"]:
        what, near = f"There is no unit `{unit}`", nearest(unit, lists["units"])
        faults.append(Fault(exercise, FILE, 0, what, "a unit of docs/curriculum/units.csv", near))
    source = (path / FILE).read_text(encoding="utf-8", errors="replace") if (path / FILE).is_file() else ""
    settings, _ = read_settings(source, exercise)
    for item in settings.covers if settings else ():
        if "items" in lists and item not in lists["items"]:
            what, near = f"`covers` has `{item}`, which is no item", nearest(item, lists["items"])
            faults.append(
                Fault(exercise, FILE, line_of(source, "covers"), what, "an id of docs/curriculum/items.csv", near)
            )
    return faults
