"""`latihan try`."""

import json
import subprocess
import sys

import pytest
from click.testing import CliRunner
from exercise_folders import ID, make

from latihan.cli import main
from latihan.messages import messages


@pytest.fixture
def project(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*arguments):
    return CliRunner().invoke(main, ["try", *arguments])


def answer(root, name, text):
    (root / name).write_text(text, encoding="utf-8")
    return name


def test_a_right_answer_passes(project):
    """Exit code 0, and the shared words for it."""
    folder = make(project, "code")
    done = run(ID, str(folder / "solution.py"))
    assert 0 == done.exit_code
    assert f"{ID}: passed\n{messages('id')['feedback']['passed']}\n" == done.output


def test_a_mistake_gets_its_words_filled_in(project):
    """Exit code 1; numbers and words are those of the language asked for."""
    folder = make(project, "code")
    done = run(ID, str(folder / "mistakes" / "saldo_awal_lupa.py"), "--lang", "en")
    said = "Your first balance is 5,000, but the cash was opened with 100,000."
    assert (1, f"{ID}: failed\n{said}\n") == (done.exit_code, done.output)


def test_the_result_as_json_has_exactly_the_promised_fields(project):
    """Other programs rely on the shape."""
    make(project, "table")
    rows = 'uraian,saldo,luas,sisi\nsaldo_awal,100000,0.20,masuk\n"Iuran, Slamet",105.000,0.45,keluar\n'
    done = run(ID, answer(project, "a.csv", rows), "--json")
    assert {
        "exercise": ID,
        "status": "failed",
        "feedback": [
            {"key": "terbalik", "at": "2:sisi", "text": "Anda menulis keluar. Uang ini datang atau pergi?"},
        ],
        "output": "",
    } == json.loads(done.output)
    assert 1 == done.exit_code


@pytest.mark.parametrize(("name", "choices", "code"), [
    ("quiz", '["b"]', 0),
    ("quiz", '["a"]', 1),
    ("matching", '["iuran=masuk", "belanja=keluar"]', 0),
    ("scenario", '["putuskan", "tanya", "dengar"]', 0),
    ("scenario", '["tanya"]', 1),
])  # fmt: skip
def test_choices_come_from_a_toml_file(project, name, choices, code):
    """A quiz's picks, or a story's path."""
    make(project, name)
    assert code == run(ID, answer(project, "a.toml", f"choices = {choices}")).exit_code


def test_a_crash_is_told_with_the_learners_line(project):
    """The status is `error`, the place the line."""
    make(project, "code")
    said = json.loads(run(ID, answer(project, "a.py", "x = 1\nx / 0\n"), "--json").output)
    assert ("error", "zero_division", "2") == (said["status"], said["feedback"][0]["key"], said["feedback"][0]["at"])


def test_an_endless_loop_in_native_code_is_ended(project):
    """The command comes back, with a reply."""
    make(project, "code", {"exercise.toml": ('covers = ["T02"]', "covers = []\n[limits]\ncheck_seconds = 0.5")})
    said = json.loads(run(ID, answer(project, "a.py", "10 ** 10 ** 8\n"), "--json").output)
    assert ("timeout", "timeout_unplaced") == (said["status"], said["feedback"][0]["key"])


def test_half_a_character_in_an_answer_is_printed(project):
    """What Python's text can hold and a terminal cannot becomes a question mark."""
    make(project, "code")
    source = "def saldo_berjalan(saldo_awal, masuk):\n    return '\\ud800'\n"
    done = run(ID, answer(project, "a.py", source), "--json")
    assert (
        "Saldo Anda turun menjadi ?. Uang masuk menambah atau mengurangi?"
        == json.loads(done.output)["feedback"][0]["text"]
    )


UNREADABLE = {
    "unknown id": ("code", "a.py", "x = 1", "There is no exercise `pembukuan/buku-kas/conto`. Did you mean"),
    "no file": ("code", None, "b.py", "b.py: The file cannot be read: No such file or directory."),
    "another kind": ("code", "a.csv", "x", f"a.csv: {ID} is of kind code, so its answer is a `.py` file, not `.csv`."),
    "no csv": ("table", "a.csv", "", "a.csv: The file is empty. Expected: a heading and rows."),
    "another heading": ("table", "a.csv", "a,b\n1,2\n", "a.csv:1: The heading is `a,b`. Expected: `uraian,"),
    "no toml": ("quiz", "a.toml", "choices = b", "a.toml: This is not TOML"),
    "other keys": ("quiz", "a.toml", 'choice = "b"', "a.toml: The file holds choice = 'b'. Expected"),
    "choices as text": ("quiz", "a.toml", 'choices = "b"', "a.toml: The file holds choices = 'b'."),
}  # fmt: skip


@pytest.mark.parametrize("planted", UNREADABLE)
def test_what_cannot_be_graded_is_said_in_a_sentence(project, planted):
    """Exit code 2; no traceback."""
    name, file, text, said = UNREADABLE[planted]
    make(project, name)
    done = run(ID[:-1] if planted == "unknown id" else ID, answer(project, file, text) if file else text)
    assert 2 == done.exit_code
    assert said in done.output


def test_bytes_that_are_no_text_are_said(project):
    """A picture given by mistake is no answer."""
    make(project, "code")
    (project / "a.py").write_bytes(b"x = '\xff'")
    done = run(ID, "a.py")
    assert (2, True) == (done.exit_code, "a.py: The file is not text in UTF-8 (byte 5)." in done.output)


def test_a_broken_exercise_is_said_with_all_its_faults(project):
    """An answer to it cannot be graded."""
    make(project, "quiz", {"text.id.md": None})
    done = run(ID, answer(project, "a.toml", 'choices = ["b"]'))
    assert (2, True) == (done.exit_code, f"{ID}/text.id.md: The text is missing." in done.output)


def test_a_unit_is_not_one_exercise(project):
    """The id must name one."""
    make(project, "quiz", id_="a/b/c")
    make(project, "quiz", id_="a/b/d")
    done = run("a/b", answer(project, "a.toml", 'choices = ["b"]'))
    assert (2, True) == (done.exit_code, "`a/b` names 2 exercises. Expected: one, as `a/b/c`." in done.output)


def test_outside_a_project_is_said(tmp_path, monkeypatch):
    """The command looks above for `exercises` and `docs`."""
    monkeypatch.chdir(tmp_path)
    done = run(ID, "a.py")
    assert (2, True) == (done.exit_code, "is in no project" in done.output)


def test_the_command_is_installed(project):
    """`latihan` works from a subfolder of the project, as a process of its own."""
    folder = make(project, "quiz")
    code = "from latihan.cli import main; main()"
    arguments = [sys.executable, "-c", code, "try", ID, "../../../../" + answer(project, "a.toml", 'choices = ["b"]')]
    assert 0 == subprocess.run(arguments, cwd=folder, capture_output=True, check=False).returncode
