"""The files of a program, in memory."""

import os

import pytest

from latihan.grading import CodeRule, Exercise, Program, run
from latihan.grading.files import FileOutside, Files

EXERCISE = Exercise("a/b/c", "code", CodeRule("", "", "", {"kas.csv": "tanggal,saldo\n2025-01-01,100\n"}))


def said(source):
    result = run(EXERCISE, Program(source))
    return result.output or [result.status, *(one.key for one in result.feedback)]


@pytest.mark.parametrize("mode", ["z", "rw", "", "bb", "r++", "rbt", "+"])
def test_a_mode_that_python_does_not_know_is_refused(mode):
    """The same modes as the builtin `open`, with the same error."""
    with pytest.raises(ValueError, match="mode"):
        Files({"a": ""}).open("a", mode)
    with pytest.raises(ValueError, match="mode"):
        open(__file__, mode)  # noqa: SIM115


@pytest.mark.parametrize("mode", ["r", "rb", "br", "r+", "r+b", "w", "wt", "a", "ab+", "x", "rt"])
def test_every_mode_that_python_knows_is_offered(mode):
    """Readable and writable are as the builtin's."""
    mine = Files({} if "x" in mode else {"a": ""}).open("a", mode)
    assert ("r" in mode or "+" in mode, "r" not in mode or "+" in mode) == (mine.readable(), mine.writable())


@pytest.mark.parametrize(
    "source",
    [
        "open('kas.csv').write('x')",
        "open('kas.csv', 'rb').write(b'x')",
        "open('baru.txt', 'w').read()",
        "open('kas.csv', 'a').read()",
    ],
)
def test_a_file_opened_for_one_thing_refuses_the_other(source):
    """Writing to a file opened to read, or reading one opened to write, stops the program as in Python."""
    assert ["error", "crash"] == said(source)


def test_a_file_opened_to_read_and_write_does_both():
    """`r+` writes over, `a+` at the end, and both can be read after `seek`."""
    source = (
        "with open('kas.csv', 'r+') as b:\n    b.write('TANGGAL')\n"
        "with open('kas.csv', 'a+') as b:\n    b.write('akhir')\n    b.seek(0)\n    print(b.read(), end='')\n"
    )
    assert "TANGGAL,saldo\n2025-01-01,100\nakhir" == said(source)


def test_a_program_finds_its_files_and_nothing_else():
    """os.path, os.listdir and pathlib see the exercise's files and those written, in one folder."""
    source = (
        "import os, pathlib\n"
        "open('baru.txt', 'w').write('abc')\n"
        "print(os.listdir(), os.path.exists('kas.csv'), os.path.isfile('./baru.txt'), os.path.getsize('baru.txt'))\n"
        "print(pathlib.Path('kas.csv').exists(), os.path.isdir('.'))\n"
        "print(os.path.exists('tidak.csv'), os.path.exists('/'))\n"
    )
    assert "['baru.txt', 'kas.csv'] True True 3\nTrue True\nFalse False\n" == said(source)


@pytest.mark.parametrize("source", ["import os\nos.listdir('/')", "open('../kas.csv')", "open(0)", "open('C:\\\\x')"])
def test_a_path_with_folders_is_outside(source):
    """Folders, parents, drives and descriptors are refused with the shared reply."""
    assert ["error", "file_outside"] == said(source)


def test_the_real_disk_is_seen_again_afterwards(tmp_path):
    """After the run `os.stat` and `os.listdir` are Python's own."""
    said("import os\nos.listdir()")
    assert [] == os.listdir(tmp_path)
    assert os.path.isdir(tmp_path)


def test_a_missing_file_names_itself():
    """The error of `open` and `stat` carries the name that was asked for."""
    files = Files({})
    for ask in (files.open, files.stat):
        with pytest.raises(FileNotFoundError) as caught:
            ask("kas.csv")
        assert "kas.csv" == caught.value.filename
    with pytest.raises(FileOutside):
        files.listdir("folder")
