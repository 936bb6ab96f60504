"""Every kind of exercise, answered wrong and answered right."""

import pytest
from playwright.sync_api import expect
from reader import told

CHOICES = "mulai/coba.html"
SUMS = "pembukuan/hitung.html"
TABLE, VALUE, FUNCTION = "pembukuan/hitung/isi-saldo", "pembukuan/hitung/jumlah", "pembukuan/hitung/fungsi"
RIGHT_TABLE = {(2, "saldo"): "150.000", (2, "sisi"): "kas_masuk", (3, "saldo"): "120000", (3, "sisi"): "kas_keluar"}


def fill(exercise, cells):
    for (row, column), text in cells.items():
        exercise.fill(row, column, text)


def test_a_quiz_with_one_right_choice(reader):
    """Nothing, the wrong one and the right one get their replies; only the last passes."""
    reader.open(CHOICES)
    quiz = reader.exercise("mulai/coba/satu")
    assert "untouched" == quiz.state
    assert ("failed", told("nothing_chosen")) == (quiz.check(), quiz.said)
    quiz.pick("ingatan")
    assert ("failed", "Ingatan memudar.") == (quiz.check(), quiz.said)
    assert "tried" == quiz.state
    quiz.pick("bukti")
    assert "passed" == quiz.check()
    assert "Bukti tetap ada." in quiz.said
    assert "passed" == quiz.state


def test_a_quiz_with_several_right_choices(reader):
    """A wrong one among them is named; when only some are missing, their number is."""
    reader.open(CHOICES)
    quiz = reader.exercise("mulai/coba/beberapa")
    quiz.pick("nota", "kabar")
    assert ("failed", "Kabar tidak tertulis.") == (quiz.check(), quiz.said)
    quiz.box.locator('input[value="kabar"]').uncheck()
    assert ("failed", told("choices_missing", missing=1)) == (quiz.check(), quiz.said)
    quiz.pick("kuitansi")
    assert "passed" == quiz.check()
    assert "passed" == quiz.state


def test_a_quiz_of_order(reader):
    """The first one out of place is named; the buttons move a choice."""
    reader.open(CHOICES)
    quiz = reader.exercise("mulai/coba/urutan")
    assert ("failed", "Disimpan setelah dicatat.") == (quiz.check(), quiz.said)
    quiz.move_up("terima")
    quiz.move_up("catat")
    assert "passed" == quiz.check()
    assert "passed" == quiz.state


def test_a_quiz_of_matching(reader):
    """An item matched wrongly gets its reply, one not matched is asked for."""
    reader.open(CHOICES)
    quiz = reader.exercise("mulai/coba/jodohkan")
    quiz.match("iuran", "keluar")
    assert ("failed", "Iuran menambah kas.") == (quiz.check(), quiz.said)
    quiz.match("iuran", "masuk")
    assert ("failed", told("items_unmatched", missing=1)) == (quiz.check(), quiz.said)
    quiz.match("pupuk", "keluar")
    assert "passed" == quiz.check()
    assert "passed" == quiz.state


def test_a_scenario(reader):
    """A poor choice leads back, a poor ending can be left, a good ending passes."""
    reader.open(CHOICES)
    story = reader.exercise("mulai/coba/rapat")
    expect(story.box.locator('[data-step="rapat"]')).to_be_hidden()
    story.choose("datang", "putuskan")
    assert "Semua diam. Kembalilah ke awal." in story.said
    expect(story.box.locator('[data-step="datang"]')).to_be_visible()
    story.choose("datang", "tanya")
    assert "Anggota mulai bicara: partisipasi." in story.said
    story.choose("rapat", "pulang")
    assert "Rapat kehilangan arah." in story.said
    expect(story.box.locator('[data-ending="bubar"]')).to_be_visible()
    assert ("failed", "tried") == (story.status, story.state)
    story.box.locator('[data-ending="bubar"] button').click()
    story.choose("datang", "tanya")
    story.choose("rapat", "dengar")
    assert "Keputusan jadi milik bersama." in story.said
    expect(story.box.locator('[data-ending="mandiri"]')).to_be_visible()
    assert ("passed", "passed") == (story.status, story.state)


def test_a_table(reader):
    """A known mistake gets its own reply; the cell is marked and focused; the right figures pass."""
    reader.open(SUMS)
    table = reader.exercise(TABLE)
    fill(table, RIGHT_TABLE | {(2, "saldo"): "50.000", (3, "saldo"): "20.000"})
    assert ("failed", "Saldo Anda 50.000: iuran mengurangi. Apa yang dilakukan iuran pada kas?") == (
        table.check(),
        table.said,
    )
    assert "tried" == table.state
    expect(table.cell(2, "saldo")).to_be_focused()
    expect(table.cell(2, "saldo")).to_have_attribute("aria-invalid", "true")
    fill(table, RIGHT_TABLE)
    assert "passed" == table.check()
    assert "passed" == table.state
    expect(table.box.locator('[aria-invalid="true"]')).to_have_count(0)


def test_a_wrong_cell_without_a_known_mistake_is_marked(reader):
    """The first cell that differs from the solution is named by mark and focus."""
    reader.open(SUMS)
    table = reader.exercise(TABLE)
    fill(table, RIGHT_TABLE | {(3, "saldo"): "120.001"})
    assert ("failed", told("cell_wrong")) == (table.check(), table.said)
    expect(table.cell(3, "saldo")).to_be_focused()
    expect(table.cell(3, "saldo")).to_have_attribute("aria-invalid", "true")


def test_a_program(reader):
    """Run shows what is printed and says nothing else; Check gives the feedback and shows no output."""
    reader.open(SUMS)
    code = reader.exercise(VALUE)
    expect(code.output).to_be_hidden()
    assert ("idle", "untouched") == (code.run(), code.state)
    assert "0" == code.output.inner_text().strip()
    code.write("saldo = 440_000\nprint('dicetak', saldo)\n")
    assert ("failed", "Saldo Anda 440.000. Ke mana uang keluar?") == (code.check(), code.said)
    assert "dicetak" not in code.output.inner_text()
    assert "tried" == code.state
    code.write("saldo = 440_000 - 123_000\nprint('dicetak', saldo)\n")
    assert "passed" == code.check()
    assert "passed" == code.state


def test_a_program_reads_the_files_of_its_exercise(reader):
    """What the exercise offers can be opened, at any time."""
    reader.open(SUMS)
    code = reader.exercise(VALUE)
    code.write("with open('kas.txt') as berkas:\n    print(berkas.read())\n")
    code.run()
    assert ["440000", "123000"] == code.output.inner_text().split()


@pytest.mark.parametrize(
    ("name", "page"),
    [("mulai/coba/satu", CHOICES), ("mulai/coba/rapat", CHOICES), (TABLE, SUMS), (FUNCTION, SUMS)],
    ids=["quiz", "scenario", "table", "code"],
)
def test_hints_come_one_at_a_time(reader, name, page):
    """Each press of the button opens the next one; after the last there is none to give."""
    reader.open(page)
    exercise = reader.exercise(name)
    hints = exercise.box.locator('[data-role="hint"]')
    expect(hints.filter(visible=True)).to_have_count(0)
    exercise.press("hint")
    expect(hints.filter(visible=True)).to_have_count(1)
    expect(hints.first).to_contain_text("Pertanyaan pertama?")
    exercise.press("hint")
    expect(hints.filter(visible=True)).to_have_count(2)
    expect(hints.last).to_contain_text("Langkah berikutnya.")
    expect(exercise.button("hint")).to_be_hidden()


def test_the_solution_is_offered_after_two_tries_and_counts_as_seen(reader):
    """Until then it is out of reach; afterwards the exercise is seen, not passed."""
    reader.open(CHOICES)
    quiz = reader.exercise("mulai/coba/satu")
    solution = quiz.box.locator('[data-role="solution"]')
    quiz.pick("ingatan")
    quiz.check()
    expect(quiz.button("solution")).to_be_hidden()
    expect(solution).to_be_hidden()
    quiz.check()
    expect(quiz.button("solution")).to_be_visible()
    expect(solution).to_be_hidden()
    quiz.press("solution")
    expect(solution).to_contain_text("Karena begitulah buku kas.")
    assert "seen" == quiz.state


def test_the_solution_is_offered_after_all_hints(reader):
    """Who has read every hint may see it without a try."""
    reader.open(SUMS)
    code = reader.exercise(FUNCTION)
    code.press("hint")
    expect(code.button("solution")).to_be_hidden()
    code.press("hint")
    expect(code.button("solution")).to_be_visible()


def test_the_explanation_is_shown_after_passing(reader):
    """Passing opens what the solution explains, and stays passed."""
    reader.open(CHOICES)
    quiz = reader.exercise("mulai/coba/satu")
    quiz.pick("bukti")
    quiz.check()
    expect(quiz.box.get_by_text("Karena begitulah buku kas.")).to_be_visible()
    assert "passed" == quiz.state


def test_reset_brings_the_starter_back(reader):
    """The learner is asked first, and can take it back."""
    reader.open(SUMS)
    code = reader.exercise(FUNCTION)
    code.write("x = 1\n")
    code.press("reset")
    expect(code.box.get_by_text(told("reset_ask", section="page"))).to_be_visible()
    code.press("reset-yes")
    expect(code.area).to_have_value("def jumlah(masuk):\n    return 0\n")
    code.press("undo")
    assert "x = 1\n" == code.program
