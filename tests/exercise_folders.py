"""Small exercise folders for tests, whole but for what a test changes."""

import atexit
from pathlib import Path

from latihan.authoring import read_folder, sentence
from latihan.authoring.check import check_folder
from latihan.authoring.host import Host
from latihan.authoring.new import split_template

DATA = Path(__file__).parent / "data" / "authoring"
HOST = Host()
atexit.register(HOST.close)
ID = "pembukuan/buku-kas/contoh"


def make(root, name, edits=None, id_=ID):
    """The folder of `tests/data/authoring/<name>.txt` below `root/exercises`.

    `edits` maps a file to its new text, to None (no such file), or to a tuple (old, new) that must be found.
    """
    files = split_template((DATA / f"{name}.txt").read_text(encoding="utf-8"))
    for file, edit in (edits or {}).items():
        if edit is None:
            del files[file]
        elif isinstance(edit, tuple):
            assert edit[0] in files[file], f"{edit[0]!r} is not in {file}"
            files[file] = files[file].replace(*edit)
        else:
            files[file] = edit
    folder = root / "exercises" / id_
    for file, text in files.items():
        (folder / file).parent.mkdir(parents=True, exist_ok=True)
        (folder / file).write_bytes(text if isinstance(text, bytes) else text.encode())
    (root / "docs").mkdir(exist_ok=True)
    return folder


def read_faults(root, name, edits):
    """What reading the changed folder says."""
    found = read_folder(make(root, name, edits))
    assert isinstance(found, list), "the folder reads well"
    return [sentence(fault) for fault in found]


def check_faults(root, name, edits=None, lists=None):
    """What `latihan check` says of the changed folder."""
    folder = make(root, name, edits)
    return [sentence(fault) for fault in check_folder(folder, read_folder(folder), lists or {}, HOST)]
