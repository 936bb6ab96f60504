"""What learners type that no one planned: each has its reply, the page stays alive, the text is kept."""

from pathlib import Path

import pytest
from playwright.sync_api import expect
from reader import Reader, told

NASTY = Path(__file__).parent.parent / "data" / "nasty"
SUMS = "pembukuan/hitung.html"
TABLE, FUNCTION = "pembukuan/hitung/isi-saldo", "pembukuan/hitung/fungsi"
RIGHT = (NASTY / "solution.py").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def page(chromium, course):
    """One page for all that follows: it must outlive everything."""
    with Reader.of(chromium, course.address) as reader:
        reader.open(SUMS)
        yield reader


# What Check says to each program of tests/data/nasty that the page must survive.
CHECKED = {
    "syntax_error": ("error", told("colon_missing", line=1, code="def jumlah(masuk)")),
    "tab_mix": ("error", told("tabs_mixed", line=4)),
    "missing_function": ("failed", told("missing_function", name="jumlah")),
    "wrong_signature": ("failed", told("signature_wrong", name="jumlah", found=2, expected=1)),
    "class_instead_of_function": ("failed", told("class_not_function", name="jumlah")),
    "inputs_changed": ("failed", told("arguments_changed", name="jumlah")),
    "endless_loop": ("timeout", told("timeout", line=3)),
    "endless_that_catches_all": ("timeout", told("timeout", line=4)),
    "huge_power": ("timeout", told("timeout_unplaced")),
    "huge_list": ("error", told("memory", line=7)),
    "import_js": ("error", told("module_blocked", line=1, name="js")),
    "open_outside": ("error", told("file_outside", line=1, name="/etc/passwd", files="–")),
    "sys_exit": ("error", told("exit_called", line=5)),
    "os_exit": ("error", told("exit_called", line=5)),
    "recursion": ("error", told("recursion", line=2)),
    "input_called": ("error", told("input_called", line=1)),
}


@pytest.mark.parametrize("name", CHECKED)
def test_a_program_that_goes_wrong_gets_its_reply(page, name):
    """The reply names the learner's line; afterwards the same page checks a right program."""
    program = (NASTY / f"{name}.py").read_text(encoding="utf-8")
    code = page.exercise(FUNCTION)
    code.write(program)
    assert CHECKED[name] == (code.check(), code.said)
    assert program == code.program
    code.write(RIGHT)
    assert "passed" == code.check()


def test_builtins_that_a_program_replaces_are_put_back(page):
    """A program cannot pass by changing the tools that check it, and leaves nothing behind."""
    code = page.exercise(FUNCTION)
    replaced = "import builtins\nbuiltins.sum = lambda _: 105_000\nbuiltins.isinstance = lambda *_: True\n"
    code.write(replaced + "def jumlah(masuk):\n    return 0\n")
    assert "failed" == code.check()
    code.write(RIGHT)
    assert "passed" == code.check()


def test_output_without_end_is_cut_with_a_note(page):
    """10 MB of output become 250,000 characters or 10,000 lines, and a word about it."""
    code = page.exercise(FUNCTION)
    program = (NASTY / "huge_output.py").read_text(encoding="utf-8")
    code.write(program)
    code.run()
    shown = code.output.text_content()
    assert 200_000 < len(shown) <= 251_000
    assert "x" * 99 in shown
    assert told("output_cut", section="page") in " ".join(code.box.inner_text().split())
    assert program == code.program


def test_output_that_is_html_is_shown_as_text(page):
    """Neither output nor feedback of a learner's program becomes part of the page."""
    code = page.exercise(FUNCTION)
    code.write((NASTY / "html_output.py").read_text(encoding="utf-8"))
    code.run()
    assert "<script>alert(1)</script><b>Rp300</b> & \u202e" == code.output.text_content().rstrip("\n")
    assert "failed" == code.check()
    assert "<img src=x onerror=alert(1)>" in code.said
    expect(code.box.locator("img, b, .lx-output script")).to_have_count(0)


def test_a_program_cannot_reach_the_page(page):
    """Whatever it tries with the browser's modules, the document stays as it was."""
    title = page.page.title()
    code = page.exercise(FUNCTION)
    for attempt in (
        "import js\njs.document.title = 'x'",
        "import importlib\nimportlib.import_module('js')",
        "import pyodide_js",
        "from pyodide.ffi import run_sync",
        "import sys\nsys.modules['js'].fetch('x')",
        "import urllib.request\nurllib.request.urlopen('http://127.0.0.1/')",
    ):
        code.write(attempt + "\n")
        assert "error" == code.run(), attempt
    assert title == page.page.title()


# What is typed into a cell whose right figure is 150,000, and what comes of it.
CELLS = {
    "150000": ("passed", None),
    "150.000": ("passed", None),
    "150 000": ("passed", None),
    "Rp150.000": ("passed", None),
    "Rp 150.000,-": ("passed", None),
    "Rp 1.500.000,-": ("failed", told("cell_wrong")),
    "12.50": ("failed", told("cell_ambiguous_readings", typed="12.50", readings="1.250 / 12.500")),
    "1,5 juta": ("failed", told("cell_wrong")),
    "": ("failed", told("cell_empty")),
    "x": ("failed", told("cell_letters", typed="x")),
    "=100000+50000": ("failed", told("cell_formula", typed="=100000+50000")),
    "-0": ("failed", told("cell_negative_zero", typed="-0")),
    "9" * 30: ("failed", told("cell_too_long", typed="9" * 30)),
}


@pytest.mark.parametrize("typed", CELLS)
def test_a_cell_is_read_or_asked_back(page, typed):
    """An amount is never guessed; what was typed stays in the cell, which is marked."""
    table = page.exercise(TABLE)
    for (row, column), text in {
        (2, "saldo"): typed,
        (2, "sisi"): "kas_masuk",
        (3, "saldo"): "120.000",
        (3, "sisi"): "kas_keluar",
    }.items():
        table.fill(row, column, text)
    status, reply = CELLS[typed]
    assert status == table.check()
    if reply:
        assert reply == table.said
        expect(table.cell(2, "saldo")).to_be_focused()
        expect(table.cell(2, "saldo")).to_have_attribute("aria-invalid", "true")
    assert typed == table.cell(2, "saldo").input_value()


def test_an_english_page_reads_english_amounts(reader):
    """150,000 is one amount in English, and 150.000 is asked back."""
    reader.open("en/" + SUMS)
    table = reader.exercise(TABLE)
    for (row, column), text in {
        (2, "saldo"): "150,000",
        (2, "sisi"): "kas_masuk",
        (3, "saldo"): "120,000",
        (3, "sisi"): "kas_keluar",
    }.items():
        table.fill(row, column, text)
    assert "passed" == table.check()
