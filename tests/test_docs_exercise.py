"""The complete example on the page about writing an exercise."""

import re
from pathlib import Path

from exercise_folders import DATA, HOST

from latihan.authoring import read_folder, sentence
from latihan.authoring.check import check_folder
from latihan.authoring.curriculum import read_lists

ROOT = Path(__file__).parent.parent
PAGE = (ROOT / "docs" / "contributing" / "writing-an-exercise.md").read_text(encoding="utf-8")
FILES = re.findall(
    r"^`([\w./-]+)`[^\n]*\n\n```\w+\n(.*?)^```$", PAGE.partition("## A complete example")[2], re.M | re.S
)


def example(root, skip=""):
    """The folder that the page shows."""
    folder = root / "exercises" / "pembukuan" / "saldo-berjalan" / "contoh"
    for name, text in FILES:
        if name != skip:
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_text(text, encoding="utf-8")
    return folder


def check(folder):
    return [sentence(fault) for fault in check_folder(folder, read_folder(folder), read_lists(ROOT / "docs"), HOST)]


def test_the_example_on_the_page_keeps_every_promise(tmp_path):
    """Who copies it has an exercise that holds."""
    assert 9 == len(FILES)
    assert [] == check(example(tmp_path))


def test_the_example_needs_each_of_its_files_that_is_not_optional(tmp_path):
    """Nothing on the page is there for show."""
    for name, _ in FILES:
        if not name.startswith("also-right"):
            assert check(example(tmp_path / name.replace("/", "-"), skip=name)), name


def test_the_helper_of_these_tests_knows_every_kind():
    """Each kind has an exercise to break."""
    assert {"code", "table", "quiz", "scenario"} <= {path.stem for path in DATA.glob("*.txt")}
