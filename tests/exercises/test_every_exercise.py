"""Every promise of every exercise, in both languages."""

from pathlib import Path

import pytest
from exercise_folders import HOST

from latihan.authoring import exercise_folders, exercise_id, read_folder
from latihan.authoring.check import check_folder
from latihan.authoring.curriculum import read_lists
from latihan.authoring.library import misplaced

ROOT = Path(__file__).parent.parent.parent


@pytest.mark.parametrize("path", exercise_folders(ROOT / "exercises"), ids=exercise_id)
def test_an_exercise_keeps_its_promises(path):
    """What `latihan check` says of it: nothing."""
    assert [] == [str(fault) for fault in check_folder(path, read_folder(path), read_lists(ROOT / "docs"), HOST)]


def test_no_exercise_lies_where_nobody_looks():
    """The path is the id, three parts deep."""
    assert [] == misplaced(ROOT / "exercises")
