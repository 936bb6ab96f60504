"""Whether exercises stand where the curriculum knows them, and cover items that it has."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from pathlib import Path

from latihan.authoring.fault import Fault, nearest
from latihan.authoring.folder import Folder
from latihan.authoring.toml_file import FILE, line_of

Lists = Mapping[str, frozenset[str]]


def read_lists(docs: Path) -> Lists:
    """Ids of `units` and `items` from docs/curriculum; a list that is not there is left out."""
    files = {"units": ("units.csv", "unit"), "items": ("items.csv", "id")}
    return {
        name: frozenset(row[column] for row in csv.DictReader((docs / "curriculum" / file).open(encoding="utf-8")))
        for name, (file, column) in files.items()
        if (docs / "curriculum" / file).is_file()
    }


def curriculum_faults(folder: Folder, lists: Lists) -> list[Fault]:
    """Unknown units and items."""
    faults, exercise = [], folder.exercise.id
    unit = exercise.rpartition("/")[0]
    if "units" in lists and unit not in lists["units"]:
        to_do = nearest(unit, lists["units"])
        faults.append(
            Fault(exercise, FILE, 0, f"There is no unit `{unit}`", "a unit of docs/curriculum/units.csv", to_do)
        )
    source = (folder.path / FILE).read_text(encoding="utf-8")
    for item in folder.covers:
        if "items" in lists and item not in lists["items"]:
            line, to_do = line_of(source, "covers"), nearest(item, lists["items"])
            what = f"`covers` has `{item}`, which is no item"
            faults.append(Fault(exercise, FILE, line, what, "an id of docs/curriculum/items.csv", to_do))
    return faults
