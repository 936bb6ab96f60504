"""Where learner code runs."""

import builtins
import io
import os
import sys

import pytest

from latihan.grading import CodeRule, Exercise, Program, run
from latihan.grading.output import MAX_CHARACTERS, MAX_LINES

EXERCISE = Exercise("a/b/c", "code", CodeRule("", "", "", {"kas.csv": "tanggal,saldo\n2025-01-01,100\n"}))


def outcome(source):
    return run(EXERCISE, Program(source))


def test_a_program_reads_the_exercises_files_with_the_csv_module():
    """`open`, `csv` and `pathlib` read the files in memory."""
    source = (
        "import csv, pathlib\n"
        "with open('kas.csv', encoding='utf-8', newline='') as berkas:\n"
        "    for baris in csv.DictReader(berkas):\n        print(baris['saldo'])\n"
        "print(pathlib.Path('kas.csv').read_text().count('\\n'))\n"
    )
    assert (outcome(source).status, outcome(source).output) == ("passed", "100\n2\n")


def test_a_program_reads_back_what_it_wrote():
    """Writing, appending and reading again work within a run, and touch no disk."""
    source = (
        "with open('laporan.txt', 'w') as b:\n    b.write('satu\\n')\n"
        "with open('laporan.txt', 'a') as b:\n    b.write('dua\\n')\n"
        "print(open('laporan.txt').read(), end='')\n"
    )
    assert outcome(source).output == "satu\ndua\n"
    assert not os.path.exists("laporan.txt")


def test_what_one_run_writes_the_next_does_not_see():
    """Every run starts with the exercise's own files."""
    outcome("open('laporan.txt', 'w').write('x')")
    assert outcome("open('laporan.txt')").feedback[0].key == "file_missing"


@pytest.mark.parametrize(
    "source",
    [
        "import builtins\nbuiltins.sum = lambda *_: 42\nbuiltins.baru = 1\ndel builtins.len\n",
        "import sys, io\nsys.stdout = None\nio.open = None\n",
        "import os, math\nos.path = None\nmath.floor = None\ndel math.ceil\n",
        "import json\njson.dumps = lambda *_: 'rusak'\n",
        "import latihan.domain.rupiah as r\nr.format_number = None\n",
    ],
)
def test_what_a_program_breaks_is_whole_afterwards(source):
    """Monkeypatched builtins and library modules are put back after each run."""
    import json
    import math

    import latihan.domain.rupiah as rupiah

    before = (builtins.sum, builtins.len, sys.stdout, io.open, os.path, math.floor, math.ceil, json.dumps)
    outcome(source)
    assert before == (builtins.sum, builtins.len, sys.stdout, io.open, os.path, math.floor, math.ceil, json.dumps)
    assert not hasattr(builtins, "baru")
    assert rupiah.format_number is not None


@pytest.mark.parametrize(
    ("source", "length"),
    [
        ("for i in range(20_000):\n    print('x')\n", 2 * MAX_LINES),
        ("print('x' * 10_000_000)\n", MAX_CHARACTERS),
        ("print('x\\n' * 20_000)\n", 2 * MAX_LINES),
    ],
)
def test_output_is_cut_and_said_to_be(source, length):
    """Ten thousand lines or 250,000 characters are kept; the program still ends normally."""
    result = outcome(source)
    assert ("passed", True, length) == (result.status, result.truncated, len(result.output))


def test_output_comes_as_it_is_written():
    """The page shows a long run's output while it runs."""
    heard = []
    run(EXERCISE, Program("print('satu')\nprint('dua')\n"), heard.append)
    assert "".join(heard) == "satu\ndua\n"


def test_output_that_looks_like_html_is_text_like_any_other():
    """Nothing is escaped or removed here: the page inserts text."""
    assert outcome("print('<b>Rp</b>')").output == "<b>Rp</b>\n"


def test_the_output_before_a_crash_is_kept():
    """What was printed up to the error helps to find it."""
    assert (outcome("print('mulai')\n1//0").status, outcome("print('mulai')\n1//0").output) == ("error", "mulai\n")


@pytest.mark.parametrize("name", ["threading", "asyncio", "sqlite3", "turtle", "urllib.request", "ctypes"])
def test_modules_that_the_browser_cannot_offer_are_refused_everywhere(name):
    """A program gets the same reply on a computer as in the page."""
    assert [("module_blocked", "1", name)] == [
        (f.key, f.at, f.values["name"]) for f in outcome(f"import {name}\n").feedback
    ]


@pytest.mark.parametrize("name", ["pytest", "click", "numpy"])
def test_installed_packages_are_not_there(name):
    """Only the standard library is offered, whatever is installed where the grader runs."""
    assert "module_missing" == outcome(f"import {name}\n").feedback[0].key


def test_the_browsers_modules_are_hidden_from_importlib():
    """What a host put into `sys.modules` is not to be had, and is there again afterwards."""
    sys.modules["js"] = sys
    try:
        result = outcome("import importlib\nimportlib.import_module('js')\n")
        assert ("module_blocked", sys) == (result.feedback[0].key, sys.modules["js"])
    finally:
        del sys.modules["js"]


def test_a_raised_keyboard_interrupt_is_told_like_any_crash():
    """It never leaves the grader: nobody pressed a key."""
    assert ("crash", "1") == (
        outcome("raise KeyboardInterrupt").feedback[0].key,
        outcome("raise KeyboardInterrupt").feedback[0].at,
    )
