"""The files of an exercise folder as text, and whether each belongs there."""

from __future__ import annotations

from pathlib import Path

from latihan.authoring.fault import Fault, listed, nearest
from latihan.authoring.toml_file import FILE
from latihan.grading.exercise import Kind
from latihan.messages import LANGUAGES, Language

TEXTS: dict[Language, str] = {language: f"text.{language}.md" for language in LANGUAGES}
ENDINGS: dict[Kind, str] = {"code": ".py", "table": ".csv"}
MISTAKES, ALSO_RIGHT, DATA = "mistakes", "also-right", "data"
MAX_FILE = 60_000
MAX_DATA = 300_000


class Files:
    """The folder's files as text, by path within the folder, and the faults found so far."""

    def __init__(self, path: Path) -> None:
        self.path, self.id = path, exercise_id(path)
        self.faults: list[Fault] = []
        self.texts: dict[str, str] = {}
        for file in sorted(path.rglob("*")):
            hidden = any(part.startswith(".") or part == "__pycache__" for part in file.relative_to(path).parts)
            if file.is_file() and not hidden:
                self._read(file)

    def fault(self, file: str, what: str, expected: str = "", to_do: str = "", line: int = 0) -> None:
        self.faults.append(Fault(self.id, file, line, what, expected, to_do))

    def within(self, folder: str) -> dict[str, str]:
        """Texts of the files in a subfolder, by their names there."""
        return {name.partition("/")[2]: text for name, text in self.texts.items() if name.startswith(folder + "/")}

    def _read(self, file: Path) -> None:
        name = file.relative_to(self.path).as_posix()
        try:
            self.texts[name] = file.read_bytes().decode("utf-8-sig").replace("\r\n", "\n")
        except UnicodeDecodeError as error:
            self.fault(name, f"The file is not text in UTF-8 (byte {error.start})", "UTF-8")
            self.texts[name] = file.read_text(encoding="utf-8", errors="replace")
        most = MAX_DATA if name.startswith(DATA + "/") else MAX_FILE
        if file.stat().st_size > most:
            self.fault(name, f"The file has {file.stat().st_size:,} bytes", f"at most {most:,}")


def exercise_id(path: Path) -> str:
    """The last three parts of the folder's path, as `pembukuan/saldo-berjalan/isi-saldo`."""
    return "/".join(path.resolve().parts[-3:])


def must_belong(files: Files, kind: Kind) -> None:
    """Files that no one reads are faults."""
    known = {FILE, *TEXTS.values()}
    folders: set[str] = set()
    if ending := ENDINGS.get(kind):
        known |= {f"starter{ending}", f"solution{ending}", "checks.py"}
        folders = {MISTAKES, ALSO_RIGHT, *([DATA] if kind == "code" else [])}
        for name in sorted(known - files.texts.keys() - set(TEXTS.values())):
            files.fault(name, "The file is missing", f"every {kind} exercise has {listed(sorted(known))}")
    for name in files.texts:
        folder, _, inside = name.partition("/")
        if name in known or (folder == DATA in folders and "/" not in inside):
            continue
        if folder in folders and inside:
            if "/" in inside or not name.endswith(ENDINGS[kind]):
                files.fault(name, "The file is read by nothing", f"`{folder}/NAME{ENDINGS[kind]}`")
            continue
        also = sorted(f"{name}/" for name in folders)
        files.fault(name, f"A {kind} exercise has no such file", listed([*sorted(known), *also]), nearest(name, known))
