"""The keyboard and the thumb: tables, the editor and the row of keys."""

import pytest
from playwright.sync_api import expect
from reader import Reader

SUMS = "pembukuan/hitung.html"
TABLE, VALUE = "pembukuan/hitung/isi-saldo", "pembukuan/hitung/jumlah"


def test_keys_move_between_the_cells_of_a_table(reader):
    """Enter and the arrows go down, up and across; at the end Enter reaches the button."""
    reader.open(SUMS)
    table = reader.exercise(TABLE)
    table.cell(2, "saldo").focus()
    for key, row, column in (
        ("ArrowDown", 3, "saldo"),
        ("ArrowUp", 2, "saldo"),
        ("Enter", 3, "saldo"),
        ("ArrowRight", 3, "sisi"),
        ("ArrowLeft", 3, "saldo"),
        ("Enter", 2, "sisi"),
        ("Enter", 3, "sisi"),
    ):
        reader.page.keyboard.press(key)
        expect(table.cell(row, column)).to_be_focused()
    reader.page.keyboard.press("Enter")
    expect(table.button("check")).to_be_focused()


def test_arrows_stay_in_a_cell_while_there_is_text_to_walk(reader):
    """The caret moves first; only at the edge of the text the focus does."""
    reader.open(SUMS)
    cell = reader.exercise(TABLE).cell(3, "saldo")
    cell.focus()
    reader.page.keyboard.type("120")
    reader.page.keyboard.press("ArrowLeft")
    expect(cell).to_be_focused()
    assert 2 == cell.evaluate("cell => cell.selectionStart")


def test_cells_ask_phones_for_figures(reader):
    """The keyboard that comes up has the digits."""
    reader.open(SUMS)
    assert "numeric" == reader.exercise(TABLE).cell(2, "saldo").get_attribute("inputmode")


def test_tab_indents_and_esc_lets_go(reader):
    """Tab writes four spaces; after Esc it leaves the editor: nobody is caught."""
    reader.open(SUMS)
    code = reader.exercise(VALUE)
    code.write("if True:\n")
    reader.page.keyboard.press("ControlOrMeta+End")
    reader.page.keyboard.press("Tab")
    reader.page.keyboard.type("x = 1")
    assert "    x = 1" in code.program
    expect(code.box.locator(".cm-content")).to_be_focused()
    reader.page.keyboard.press("Escape")
    reader.page.keyboard.press("Tab")
    expect(code.box.locator(".cm-content")).not_to_be_focused()
    assert "    x = 1" in code.program


def test_the_editor_corrects_and_capitalises_nothing(reader):
    """A phone must not turn `print` into `Print`."""
    reader.open(SUMS)
    editor = reader.exercise(VALUE).editor()
    assert ["off", "off", "false"] == [
        editor.get_attribute(name) for name in ("autocapitalize", "autocorrect", "spellcheck")
    ]


def test_the_editor_takes_over_what_is_in_the_textarea(reader):
    """The starter is there, and undo does not remove it."""
    reader.open(SUMS)
    code = reader.exercise(VALUE)
    starter = code.program
    code.editor()
    reader.page.keyboard.press("ControlOrMeta+z")
    assert starter == code.program
    assert "masuk = 440_000" in code.box.locator(".cm-content").inner_text()


@pytest.fixture
def phone(chromium, course):
    settings = {"viewport": {"width": 360, "height": 800}, "has_touch": True, "is_mobile": True}
    with Reader.of(chromium, course.address, **settings) as reader:
        yield reader


def test_a_phone_has_a_row_of_keys_above_its_keyboard(phone):
    """Signs that hide behind two presses are one tap away, large enough for a thumb, and keep the focus."""
    phone.open(SUMS)
    code = phone.exercise(VALUE)
    code.write("saldo ")
    keys = phone.page.locator(".lx-keys button")
    assert set(':()[]="_') <= set("".join(keys.all_inner_texts()))
    for key in keys.all():
        box = key.bounding_box()
        assert box["width"] >= 32
        assert box["height"] >= 40
    keys.filter(has_text="=").first.tap()
    expect(code.box.locator(".cm-content")).to_be_focused()
    assert "saldo =" == code.program.rstrip("\n")


def test_a_phone_is_never_wider_than_its_screen_while_working(phone):
    """Neither the editor, its output nor a wide table pushes the page sideways."""
    phone.open(SUMS)
    code = phone.exercise(VALUE)
    code.write("print('x' * 500)\n" + "y = '" + "z" * 300 + "'\n")
    code.run()
    phone.exercise(TABLE).check()
    assert 360 == phone.page.evaluate("document.documentElement.scrollWidth")
