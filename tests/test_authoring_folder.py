"""Reading an exercise folder whole."""

import pytest
from exercise_folders import ID, make, read_faults

from latihan.authoring import BrokenExercises, Folder, read_all, read_folder
from latihan.grading import CodeRule, Column, Program, Table, TableRule


@pytest.mark.parametrize("name", ["code", "table", "quiz", "matching", "scenario"])
def test_a_whole_folder_is_read(tmp_path, name):
    """Each kind gives a folder whose id is its path."""
    folder = read_folder(make(tmp_path, name))
    assert isinstance(folder, Folder)
    assert ID == folder.exercise.id


def test_a_code_folder_holds_programs_and_files(tmp_path):
    """Fixtures and data lie side by side for the learner's `open`; answers go by file name."""
    (tmp_path / "exercises" / "fixtures").mkdir(parents=True)
    (tmp_path / "exercises" / "fixtures" / "kas.csv").write_text("saldo\n1\n")
    covers = ('covers = ["T02"]', 'covers = ["T02"]\nfixtures = ["kas.csv"]')
    folder = read_folder(make(tmp_path, "code", {"exercise.toml": covers, "data/lain.txt": "isi"}))
    assert isinstance(folder.exercise.rule, CodeRule)
    assert {"kas.csv": "saldo\n1\n", "lain.txt": "isi"} == folder.exercise.rule.data
    assert ["dikurangi", "saldo_awal_lupa"] == sorted(folder.mistakes)
    assert isinstance(folder.also_right["accumulate"], Program)


def test_a_table_folder_holds_columns_and_rows(tmp_path):
    """Columns without cells to fill are text; a list of words is a choice."""
    folder = read_folder(make(tmp_path, "table"))
    rule = folder.exercise.rule
    assert isinstance(rule, TableRule)
    assert (
        Column("uraian", "text"),
        Column("saldo", "amount"),
        Column("luas", "decimal"),
        Column("sisi", "word", ("masuk", "keluar")),
    ) == rule.columns
    assert ("Iuran, Slamet", "?", "?", "?") == rule.starter[1]
    assert Table((rule.starter[0], ("Iuran, Slamet", "95000", "0.45", "keluar"))) == folder.mistakes["terbalik"]


COVERS = 'covers = ["T02"]'
PLANTED = {
    "no toml": ("code", {"exercise.toml": None}, "exercise.toml: The file is missing."),
    "no text": ("code", {"text.en.md": None}, "text.en.md: The text is missing. Expected: one text in each language."),
    "no solution": ("code", {"solution.py": None}, "solution.py: The file is missing."),
    "no checks": ("table", {"checks.py": None}, "checks.py: The file is missing."),
    "stray file": ("code", {"soluton.py": "x = 1"}, "soluton.py: A code exercise has no such file."),
    "nearest file": ("code", {"soluton.py": "x = 1"}, "Did you mean `solution.py`?"),
    "mistakes of a quiz": ("quiz", {"mistakes/a.py": ""}, "mistakes/a.py: A quiz exercise has no such file."),
    "mistake of another kind": ("code", {"mistakes/a.csv": ""}, "mistakes/a.csv: The file is read by nothing."),
    "data of a table": ("table", {"data/a.csv": "a"}, "data/a.csv: A table exercise has no such file."),
    "not utf-8": ("code", {"text.id.md": b"# J\xff\n"}, "text.id.md: The file is not text in UTF-8 (byte 3)."),
    "too big": (
        "code",
        {"starter.py": "#" * 60_001},
        "starter.py: The file has 60,001 bytes.",
    ),
    "unknown fixture": (
        "code",
        {"exercise.toml": (COVERS, COVERS + '\nfixtures = ["kaz.csv"]')},
        "exercise.toml:6: There is no fixture `kaz.csv`. Expected: a file in exercises/fixtures. Did you mean",
    ),
    "fixture twice": (
        "code",
        {"exercise.toml": (COVERS, COVERS + '\nfixtures = ["kas.csv"]'), "data/kas.csv": "a"},
        "data/kas.csv: `kas.csv` is a fixture too. Expected: a name of its own.",
    ),
    "checks unreadable": ("code", {"checks.py": "def a(:\n"}, "checks.py:1: Python cannot read this: invalid syntax."),
    "solution unreadable": (
        "code",
        {"solution.py": "x = 1\nif x\n"},
        "solution.py:2: Python cannot read this: expected ':'",
    ),
    "no csv": ("table", {"starter.csv": ""}, "starter.csv: The file is empty. Expected: a heading and rows."),
    "open quote": ("table", {"starter.csv": 'a,b\n"x,1\n'}, "starter.csv:2: This is not CSV"),
    "row too wide": (
        "table",
        {"solution.csv": ('"Iuran, Slamet"', "Iuran, Slamet")},
        "solution.csv:3: This row has 5 cells. Expected: 4, as the heading. Put a text with commas into double quotes.",
    ),
    "column twice": (
        "table",
        {"starter.csv": ("luas,", "saldo,")},
        "starter.csv:1: The heading has the column `saldo` twice.",
    ),
    "another heading": (
        "table",
        {"solution.csv": ("luas,", "lebar,")},
        "solution.csv:1: The heading is `uraian,saldo,lebar,",
    ),
    "a row more": (
        "table",
        {"mistakes/terbalik.csv": ("saldo_awal,", "a,1,1,1\nsaldo_awal,")},
        "The file has 3 rows below",
    ),
    "fixed cell": (
        "table",
        {"mistakes/terbalik.csv": ("100000", "10000")},
        "mistakes/terbalik.csv:2: The fixed cell `saldo` is `10000`. Expected: `100000`, as in starter.csv.",
    ),
    "nothing to fill": ("table", {"starter.csv": ("?,?,?", "1,2,masuk")}, "starter.csv: There is nothing to fill."),
    "no type": (
        "table",
        {"exercise.toml": ('saldo = "amount"\n', "")},
        "exercise.toml:7: The column `saldo` has cells to fill and no",
    ),
    "type in vain": ("table", {"exercise.toml": ("luas =", "las =")}, "exercise.toml:9: `columns.las` is no column."),
    "solution open": ("table", {"solution.csv": ("105000", "?")}, "solution.csv:3: The cell `saldo` (amount) is `?`."),
    "solution pretty": ("table", {"solution.csv": ("105000", "105.000")}, "Expected: digits alone, as `1250000`."),
    "solution decimal": ("table", {"solution.csv": ("0.45", '"0,45"')}, "Expected: a number with a point, as `0.45`."),
    "solution date": (
        "table",
        {"exercise.toml": ('saldo = "amount"', 'saldo = "date"')},
        "solution.csv:3: The cell `saldo` (date) is `105000`. Expected: a date as `2025-01-31`.",
    ),
    "too many rows": (
        "table",
        {"starter.csv": ("saldo_awal,100000,0.20,masuk\n", "a,1,1,masuk\n" * 61)},
        "starter.csv: The table has 62 rows. Expected: at most 60. Make two exercises.",
    ),
    "too much data": ("code", {"data/a.txt": "x" * 200_000, "data/b.txt": "x" * 200_000}, "have 400,000 characters."),
    "solution word": ("table", {"solution.csv": ("0.45,masuk", "0.45,msk")}, "Expected: one of `masuk`, `keluar`."),
    "column untold": ("table", {"text.en.md": ("- luas: Land (ha)\n", "")}, "text.en.md:10: `luas` is missing under"),
    "word untold": (
        "table",
        {"text.en.md": ("- keluar: Out\n", "")},
        "text.en.md:16: `keluar` is missing under `## words`.",
    ),
    "fixed word untold": ("table", {"text.id.md": ("- saldo_awal: Saldo awal\n", "")}, "`saldo_awal` is missing under"),
    "word in vain": (
        "table",
        {"text.id.md": ("- keluar:", "- kluar: x\n- keluar:")},
        "`kluar` under `## words` stands in no",
    ),
    "choice untold": (
        "quiz",
        {"text.en.md": ("## choice: c", "## choice: d")},
        "text.en.md: There is no `## choice: c`.",
    ),
    "choice in vain": (
        "quiz",
        {"text.en.md": ("## choice: c", "## choice: d")},
        "text.en.md:12: exercise.toml has no choice `d`.",
    ),
    "no reply": (
        "quiz",
        {"text.en.md": ("> Then where does its figure come from?\n", "")},
        "`## choice: a` has no reply.",
    ),
    "reply in vain": (
        "matching",
        {"text.id.md": ("\nMasuk\n", "\nMasuk\n> Ya.\n")},
        "`## choice: masuk` is never shown.",
    ),
    "item untold": ("matching", {"text.id.md": ("## item: iuran", "## item: uran")}, "There is no `## item: iuran`."),
    "step untold": ("scenario", {"text.en.md": ("## step: rapat", "## step: rapt")}, "There is no `## step: rapat`."),
    "step in vain": (
        "scenario",
        {"text.en.md": ("## step: rapat", "## step: rapt")},
        "exercise.toml has no step `rapt`.",
    ),
    "ending untold": (
        "scenario",
        {"text.en.md": ("## ending: mandiri", "## ending: x")},
        "There is no `## ending: mandiri`.",
    ),
    "option untold": (
        "scenario",
        {"text.en.md": ("### choice: desak", "### choice: tekan")},
        "text.en.md:15: There is no `### choice: desak` in `## step: rapat`.",
    ),
    "option without reply": (
        "scenario",
        {"text.en.md": ("> Members go home.\n", "")},
        "`### choice: desak` in `## step: rapat`",
    ),
}


@pytest.mark.parametrize("planted", PLANTED)
def test_each_fault_of_a_folder_is_said(tmp_path, planted):
    """An author reads what is wrong, in which file, on which line, and what to do."""
    name, edits, said = PLANTED[planted]
    (tmp_path / "exercises" / "fixtures").mkdir(parents=True)
    (tmp_path / "exercises" / "fixtures" / "kas.csv").write_text("saldo\n1\n")
    assert said in " ".join(read_faults(tmp_path, name, edits))


def test_hidden_files_are_no_concern(tmp_path):
    """Editors and systems leave their own files behind."""
    edits = {".text.id.md.swp": "x", "__pycache__/checks.pyc": "x", "mistakes/.DS_Store": "x"}
    assert isinstance(read_folder(make(tmp_path, "code", edits)), Folder)


def test_everything_wrong_with_a_folder_is_said_at_once(tmp_path):
    """8. One reading finds the faults of every file."""
    said = read_faults(
        tmp_path,
        "table",
        {
            "exercise.toml": ("minutes = 5", "minuts = 5"),
            "text.id.md": ("- saldo: Saldo\n", ""),
            "text.en.md": None,
            "mistakes/terbalik.csv": ("100000", "1"),
            "checks.py": "def",
            "solution.csv": ("105000", "?"),
        },
    )
    files = [
        "checks.py",
        "exercise.toml",
        "exercise.toml",
        "mistakes/terbalik.csv",
        "solution.csv",
        "text.en.md",
        "text.id.md",
    ]
    assert files == [line.split(":")[0] for line in said]


def test_the_hash_follows_what_an_answer_depends_on(tmp_path):
    """A clearer hint leaves kept answers alone; another label of a choice or another solution does not."""
    before = read_folder(make(tmp_path / "1", "quiz"))
    hint = read_folder(make(tmp_path / "2", "quiz", {"text.en.md": ("Who holds the paper?", "Who has the paper?")}))
    label = read_folder(make(tmp_path / "3", "quiz", {"text.en.md": ("The report\n", "The bank book\n")}))
    right = read_folder(make(tmp_path / "4", "quiz", {"exercise.toml": ('right = ["b"]', 'right = ["c"]')}))
    assert before.hash == hint.hash
    assert 3 == len({before.hash, label.hash, right.hash})
    assert 16 == len(before.hash)


def test_all_exercises_are_read_in_order(tmp_path):
    """Fixtures are no exercise."""
    (tmp_path / "exercises" / "fixtures" / "a" / "b").mkdir(parents=True)
    make(tmp_path, "quiz", id_="prinsip/x/b")
    make(tmp_path, "quiz", id_="pembukuan/x/a")
    read = [folder.exercise.id for folder in read_all(tmp_path / "exercises")]
    assert ["pembukuan/x/a", "prinsip/x/b"] == read


def test_broken_folders_are_named_together(tmp_path):
    """The build stops with every fault of every folder, misplaced ones too."""
    make(tmp_path, "quiz", {"text.id.md": None}, id_="a/b/c")
    make(tmp_path, "quiz", {"text.en.md": None}, id_="a/b/d")
    make(tmp_path, "quiz", id_="a/b")
    with pytest.raises(BrokenExercises) as caught:
        read_all(tmp_path / "exercises")
    said = str(caught.value)
    assert "a/b/c/text.id.md: The text is missing." in said
    assert "a/b/d/text.en.md: The text is missing." in said
    assert "a/b/exercise.toml: This exercise is at the wrong depth." in said
