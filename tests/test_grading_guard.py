"""What a program may not reach while it runs."""

import os

import pytest

from latihan.grading import CodeRule, Exercise, Program, run
from latihan.grading.files import FileOutside
from latihan.grading.guard import ModuleBlocked, guard

EXERCISE = Exercise("a/b/c", "code", CodeRule("", "", "", {"kas.csv": "1\n"}))


@pytest.mark.parametrize(
    "line",
    [
        "os.remove({path!r})",
        "os.rename({path!r}, 'x')",
        "os.open({path!r}, os.O_WRONLY)",
        "os.mkdir({path!r} + 'x')",
        "os.chmod({path!r}, 0)",
        "shutil.rmtree(os.path.dirname({path!r}))",
        "pathlib.Path({path!r}).unlink()",
        "pathlib.Path({path!r}).write_text('x')",
        "_io.FileIO({path!r}, 'w')",
    ],
)
def test_a_real_file_is_not_written_moved_or_removed(line, tmp_path):
    """Whichever way a program takes to a file on disk, it is refused and the file stays as it was."""
    path = tmp_path / "buku.txt"
    path.write_text("saldo")
    result = run(EXERCISE, Program("import os, shutil, pathlib, _io\n" + line.format(path=str(path))))
    refused = "file_missing" if "rmtree" in line else "file_outside"  # it looks first, and sees no such folder
    assert (refused, "2") == (result.feedback[0].key, result.feedback[0].at)
    assert "saldo" == path.read_text()


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("os.system('true')", "os.system"),
        ("os.fork()", "os.fork"),
        ("os.execv('/bin/true', ['true'])", "os.exec"),
        ("os.posix_spawn('/bin/true', ['true'], {})", "os.posix_spawn"),
        ("importlib.import_module('socket').socket()", "socket.__new__"),
    ],
)
def test_no_process_and_no_connection_is_started(line, name):
    """Calls that leave Python are refused like a module that is not offered."""
    result = run(EXERCISE, Program("import os, importlib\n" + line))
    assert ("module_blocked", "2", name) == (
        result.feedback[0].key,
        result.feedback[0].at,
        result.feedback[0].values["name"],
    )


def test_nothing_is_refused_when_no_program_runs(tmp_path):
    """The hook stays, but between programs the grader and its host may do what they need."""
    with guard():
        with pytest.raises(FileOutside):
            os.mkdir(tmp_path / "a")
        with pytest.raises(ModuleBlocked):
            os.system("true")
    os.mkdir(tmp_path / "a")
    assert ["a"] == os.listdir(tmp_path)


def test_modules_can_be_imported_for_the_first_time():
    """Python's own reading of its library is not in the way of a program."""
    source = "import sys\nsys.modules.pop('colorsys', None)\nimport colorsys\nprint(colorsys.rgb_to_hsv(0, 0, 0)[2])\n"
    assert "0\n" == run(EXERCISE, Program(source)).output
