"""Exercises while they are being worked on: names, roles and contrast hold in every state."""

import pytest
from axe import violations
from playwright.sync_api import expect
from reader import Reader

CHOICES, SUMS = "mulai/coba.html", "pembukuan/hitung.html"
TABLE, VALUE, FUNCTION = "pembukuan/hitung/isi-saldo", "pembukuan/hitung/jumlah", "pembukuan/hitung/fungsi"


@pytest.fixture(params=["light", "dark"])
def reader(request, chromium, course):
    """On a phone, in both schemes."""
    settings = {"viewport": {"width": 360, "height": 800}, "color_scheme": request.param}
    with Reader.of(chromium, course.address, **settings) as found:
        yield found


def test_choices_in_every_state(reader):
    """Untouched, wrong, right, seen, in the middle of a story and at its end."""
    reader.open(CHOICES)
    one, several = reader.exercise("mulai/coba/satu"), reader.exercise("mulai/coba/beberapa")
    order, match = reader.exercise("mulai/coba/urutan"), reader.exercise("mulai/coba/jodohkan")
    story = reader.exercise("mulai/coba/rapat")
    one.pick("bukti")
    several.pick("kabar")
    match.match("iuran", "keluar")
    for quiz in (one, several, order, match):
        quiz.check()
    order.press("hint")
    order.press("hint")
    order.press("solution")
    story.choose("datang", "putuskan")
    assert ["passed", "tried", "seen", "tried", "tried"] == [e.state for e in (one, several, order, match, story)]
    assert [] == violations(reader)
    story.choose("datang", "tanya")
    story.choose("rapat", "dengar")
    several.press("reset")
    assert [] == violations(reader)


def test_a_table_and_a_program_in_every_state(reader):
    """A marked cell, an editor with a marked line, output, a question before starting over, and all passed."""
    reader.open(SUMS)
    table, value, function = (reader.exercise(name) for name in (TABLE, VALUE, FUNCTION))
    table.check()
    value.write("print('halo')\nsaldo = besar\n")
    value.run()
    function.write("def jumlah(masuk):\n    # jumlahkan semua\n    return sum(masuk) if True else 'x'\n")
    assert ["failed", "error", "passed"] == [table.status, value.status, function.check()]
    value.press("reset")
    expect(value.output).to_be_visible()
    assert [] == violations(reader)


def test_a_download_that_fails(chromium, broken):
    """The error and the button to try again."""
    address, _ = broken
    with Reader.of(chromium, address) as reader:
        reader.open(SUMS)
        table = reader.exercise(TABLE)
        assert "error" == table.check()
        expect(table.button("retry")).to_be_visible()
        assert [] == violations(reader)
        reader.errors.clear()


def test_a_download_that_goes_on(chromium, courses):
    """Words, megabytes and bar; in a folder it is over before one can look."""
    with Reader.of(chromium, courses["http"].address) as reader:
        held = []
        reader.page.route("**/pyodide.asm.wasm", lambda route: held.append(route))
        reader.open(SUMS)
        table = reader.exercise(TABLE)
        table.press("check")
        expect(table.feedback.locator("progress")).to_be_visible()
        assert [] == violations(reader)
        for request in held:
            request.continue_()
        assert "failed" == table.wait()
