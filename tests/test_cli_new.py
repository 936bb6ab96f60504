"""`latihan new`."""

import pytest
from click.testing import CliRunner

from latihan.cli import main

KINDS = ["code", "table", "quiz", "scenario"]


@pytest.fixture
def project(tmp_path, monkeypatch):
    (tmp_path / "exercises").mkdir()
    (tmp_path / "docs" / "curriculum").mkdir(parents=True)
    (tmp_path / "docs" / "curriculum" / "units.csv").write_text("unit,judul\npembukuan/buku-kas,Buku kas\n")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*arguments):
    done = CliRunner().invoke(main, arguments)
    return done.exit_code, done.output


@pytest.mark.parametrize("kind", KINDS)
def test_check_lists_exactly_what_is_still_to_do(project, kind):
    """A new folder is whole: nothing is wrong with it but the marks to fill in, each with its line."""
    assert 0 == run("new", "pembukuan/buku-kas/baru", "--kind", kind)[0]
    folder = project / "exercises" / "pembukuan" / "buku-kas" / "baru"
    marks = [
        f"  {path.relative_to(folder)}:{number}: Still to do: "
        for path in sorted(folder.rglob("*.*"), key=lambda path: str(path.relative_to(folder)))
        for number, line in enumerate(path.read_text().splitlines(), 1)
        if "TODO" in line
    ]
    code, said = run("check")
    faults = said.splitlines()[1:-1]
    assert 1 == code
    assert len(marks) == len(faults)
    assert all(fault.startswith(mark) for mark, fault in zip(marks, faults, strict=True))


@pytest.mark.parametrize("kind", KINDS)
def test_a_folder_keeps_all_promises_once_filled_in(project, kind):
    """The template is itself an exercise that holds."""
    run("new", "pembukuan/buku-kas/baru", "--kind", kind)
    for path in (project / "exercises").rglob("*.*"):
        path.write_text(path.read_text().replace("TODO", "Sudah"))
    code, said = run("check")
    assert (0, True) == (code, said.endswith("all promises hold\n")), said


def test_nothing_is_overwritten(project):
    """A second call leaves the folder as it is."""
    run("new", "pembukuan/buku-kas/baru", "--kind", "quiz")
    text = project / "exercises" / "pembukuan" / "buku-kas" / "baru" / "text.id.md"
    text.write_text("Milik saya")
    code, said = run("new", "pembukuan/buku-kas/baru", "--kind", "quiz")
    assert (2, True) == (code, "is there already" in said)
    assert "Milik saya" == text.read_text()


@pytest.mark.parametrize(("given", "said"), [
    ("pembukuan/baru", "`pembukuan/baru` is no id. Expected: track/unit/exercise"),
    ("pembukuan/buku-kas/Baru", "is no id"),
    ("../buku-kas/baru", "is no id"),
    ("pembukuan/buku-kaz/baru", "There is no unit `pembukuan/buku-kaz` in docs/curriculum/units.csv. Did you mean"),
])  # fmt: skip
def test_an_id_that_will_not_do_is_said(project, given, said):
    """Exit code 2, and no folder is made."""
    code, words = run("new", given, "--kind", "quiz")
    assert (2, True) == (code, said in words)
    assert [] == list((project / "exercises").iterdir())
