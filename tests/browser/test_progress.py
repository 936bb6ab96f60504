"""What the browser keeps of the learner's work."""

import re

import pytest
from playwright.sync_api import expect
from reader import Reader, told

CHOICES, SUMS = "mulai/coba.html", "pembukuan/hitung.html"
TABLE, FUNCTION = "pembukuan/hitung/isi-saldo", "pembukuan/hitung/fungsi"
# An answer is written within a second.
SAVED = 1000


def test_every_answer_and_state_survives_a_reload(reader):
    """Picked, ordered, matched, told, filled and programmed: all is as it was left."""
    reader.open(CHOICES)
    one, order = reader.exercise("mulai/coba/satu"), reader.exercise("mulai/coba/urutan")
    match, story = reader.exercise("mulai/coba/jodohkan"), reader.exercise("mulai/coba/rapat")
    one.pick("bukti")
    one.check()
    order.move_up("terima")
    match.match("iuran", "keluar")
    match.check()
    story.choose("datang", "tanya")
    reader.page.wait_for_timeout(SAVED)
    reader.reload()
    for exercise, state in ((one, "passed"), (order, "untouched"), (match, "tried")):
        expect(exercise.box).to_have_attribute("state", state)
    expect(one.box.locator('input[value="bukti"]')).to_be_checked()
    expect(order.box.locator("[data-choice]").first).to_have_attribute("data-choice", "terima")
    expect(match.box.locator('[data-item="iuran"] select')).to_have_value("keluar")
    expect(story.box.locator('[data-step="rapat"]')).to_be_visible()
    expect(story.box.locator('[data-step="datang"]')).to_be_hidden()
    reader.open(SUMS)
    table, code = reader.exercise(TABLE), reader.exercise(FUNCTION)
    table.fill(2, "saldo", "150.000")
    table.fill(2, "sisi", "kas_masuk")
    code.write("def jumlah(masuk):\n    return 12\n")
    reader.page.wait_for_timeout(SAVED)
    reader.reload()
    expect(table.cell(2, "saldo")).to_have_value("150.000")
    expect(table.cell(2, "sisi")).to_have_value("kas_masuk")
    expect(code.area).to_have_value("def jumlah(masuk):\n    return 12\n")


def test_what_was_typed_last_is_kept_when_the_page_is_left(reader):
    """Following a link does not wait for the second."""
    reader.open(SUMS)
    # Drawn from the store, which is open from then on.
    expect(reader.page.locator("latihan-progress")).to_contain_text("0")
    reader.exercise(TABLE).fill(2, "saldo", "77")
    reader.page.locator("article a, footer a").filter(visible=True).first.click()
    reader.open(SUMS)
    expect(reader.exercise(TABLE).cell(2, "saldo")).to_have_value("77")


def test_whoever_types_before_the_store_has_answered_keeps_text_and_standing(reader):
    """An exercise that was passed stays passed, though its answer was changed in the first moment of the page."""
    reader.open(CHOICES)
    one = reader.exercise("mulai/coba/satu")
    one.pick("bukti")
    one.check()
    reader.page.wait_for_timeout(SAVED)
    reader.page.add_init_script("""
      document.addEventListener("DOMContentLoaded", () => {
        const other = document.querySelector('[exercise="mulai/coba/satu"] input:not([value="bukti"])');
        if (other) other.click();
      });
    """)
    reader.reload()
    expect(one.box).to_have_attribute("state", "passed")
    expect(one.box.locator('input[value="bukti"]')).not_to_be_checked()


def test_text_is_kept_after_stop_and_timeout(reader):
    """An end from outside takes nothing from the learner, also after a reload."""
    endless = "def jumlah(masuk):\n    while True:\n        pass\n\njumlah([])\n"
    reader.open(SUMS)
    code = reader.exercise(FUNCTION)
    code.write(endless)
    code.press("run")
    expect(code.feedback).to_have_attribute("data-status", "running", timeout=60_000)
    code.press("stop")
    code.wait()
    assert endless == code.program
    assert "timeout" == code.check()
    assert endless == code.program
    reader.page.wait_for_timeout(SAVED)
    reader.reload()
    expect(code.area).to_have_value(endless)


def test_the_unit_and_the_home_page_show_what_is_passed(reader):
    """A passed exercise counts on its unit's page at once, and on the home page and in English afterwards."""
    reader.open(CHOICES)
    unit = reader.page.locator("latihan-progress")
    expect(unit).to_contain_text(re.compile(r"\b0\b.*\b5\b"))
    quiz = reader.exercise("mulai/coba/satu")
    quiz.pick("bukti")
    quiz.check()
    expect(unit).to_contain_text(re.compile(r"\b1\b.*\b5\b"))
    reader.page.wait_for_timeout(SAVED)
    for home in ("index.html", "en/index.html"):
        reader.page.goto(reader.address + home)
        shown = reader.page.locator('latihan-map [data-unit="mulai/coba"]')
        expect(shown).to_contain_text("1/5")
    reader.open("en/" + CHOICES)
    expect(quiz.box).to_have_attribute("state", "passed")


def test_a_changed_exercise_keeps_the_answer_and_tells(reader, course):
    """When the content hash is another, the learner reads so and finds the answer as it was."""
    reader.open(CHOICES)
    quiz = reader.exercise("mulai/coba/satu")
    quiz.pick("bukti")
    quiz.check()
    reader.page.wait_for_timeout(SAVED)
    page = (course.folder / CHOICES).read_text(encoding="utf-8")
    changed = re.sub(r'"hash":\s*"[0-9a-f]{16}"', '"hash":"0123456789abcdef"', page)
    assert changed != page
    (course.folder / "mulai" / "changed.html").write_text(changed, encoding="utf-8")
    reader.open("mulai/changed.html")
    expect(quiz.box).to_contain_text(told("changed", section="page"))
    expect(quiz.box.locator('input[value="bukti"]')).to_be_checked()
    expect(reader.exercise("mulai/coba/beberapa").box).not_to_contain_text(told("changed", section="page"))


@pytest.mark.parametrize(
    "refusal",
    [
        "Object.defineProperty(window, 'indexedDB', { get() { throw new DOMException('no', 'SecurityError') } })",
        "Object.defineProperty(window, 'indexedDB', { value: undefined })",
        "IDBFactory.prototype.open = () => { throw new DOMException('no', 'SecurityError') }",
    ],
    ids=["denied", "absent", "open fails"],
)
def test_a_browser_that_refuses_storage_is_told_of(chromium, course, refusal):
    """Exercises work all the same, and the learner knows that nothing is kept."""
    with Reader.of(chromium, course.address) as reader:
        reader.page.add_init_script(refusal)
        reader.open(CHOICES)
        expect(reader.page.get_by_text(told("storage_refused", section="page")).first).to_be_visible()
        quiz = reader.exercise("mulai/coba/satu")
        quiz.pick("bukti")
        assert "passed" == quiz.check()


def test_two_readers_on_one_page_do_not_lose_each_others_work(chromium, course):
    """Two tabs of the same unit write to exercises of their own."""
    with Reader.of(chromium, course.address) as reader:
        reader.open(CHOICES)
        second = Reader(reader.page.context.new_page(), course.address)
        second.open(CHOICES)
        for tab, name in ((reader, "satu"), (second, "beberapa")):
            quiz = tab.exercise(f"mulai/coba/{name}")
            quiz.pick(*{"satu": ["bukti"], "beberapa": ["nota", "kuitansi"]}[name])
            quiz.check()
        reader.page.wait_for_timeout(SAVED)
        reader.reload()
        for name in ("satu", "beberapa"):
            expect(reader.exercise(f"mulai/coba/{name}").box).to_have_attribute("state", "passed")
        assert [] == second.errors
