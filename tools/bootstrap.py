"""Prepares a fresh clone and runs the project's commands; any Python from 3.8 on can start it."""

from __future__ import annotations

import hashlib
import json
import os
import re
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
BIN = VENV / "bin"
STAMPS = ROOT / ".cache" / "stamps"
WEB = ROOT / "web"
WANTED = (ROOT / ".python-version").read_text().strip()

# What the browser tests drive, and the Debian package that holds it.
BROWSERS = {
    "chromium": "chromium",
    "firefox-esr": "firefox-esr",
    "WebKitWebDriver": "webkit2gtk-driver",
    "Xvfb": "xvfb",
}
OFFLINE = re.compile(
    r"NewConnectionError|NameResolutionError|ConnectTimeout|ReadTimeout|ProxyError|Network is unreachable"
    r"|Temporary failure in name resolution|Could not resolve|Connection refused|Failed to establish"
    r"|No matching distribution found|ECONNREFUSED|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|ENETUNREACH|ECONNRESET"
)


class Missing(Exception):
    """Something the machine lacks; the text says what, and what to do."""


def say(text: str) -> None:
    """Print a line of progress at once, also into a pipe."""
    print(text, flush=True)


def version_of(python: str) -> str | None:
    """The "3.13" of an interpreter, or None if it does not start."""
    try:
        found = subprocess.run(
            [python, "-c", "import sys; print('%d.%d' % sys.version_info[:2])"],
            capture_output=True,
            text=True,
            timeout=30,
            check=True,
            cwd="/",
        )
    except (OSError, subprocess.SubprocessError):
        return None
    return found.stdout.strip()


def find_python() -> str:
    """An interpreter of the wanted version: $PYTHON, python3.13, pyenv's, python3, or the one that runs this."""
    chosen = os.environ.get("PYTHON")
    if chosen:
        found = version_of(chosen)
        if found != WANTED:
            what = f"is Python {found}" if found else "does not start"
            raise Missing(f"PYTHON={chosen} {what}. Give the path of a Python {WANTED}, or leave PYTHON out.")
        return chosen
    pyenv = Path(os.environ.get("PYENV_ROOT") or Path.home() / ".pyenv")
    named = [f"python{WANTED}", "python3", "python"]
    candidates = [path for path in map(shutil.which, named) if path]
    candidates += [str(path) for path in sorted(pyenv.glob(f"versions/{WANTED}*/bin/python"), reverse=True)]
    candidates.append(sys.executable)
    for candidate in candidates:
        if version_of(candidate) == WANTED:
            return candidate
    seen = sorted({f"{version} ({path})" for path in candidates if (version := version_of(path))})
    raise Missing(
        f"Python {WANTED} was not found. Seen: {', '.join(seen)}.\n"
        f"Install Python {WANTED} (Debian 13: apt-get install python{WANTED} python{WANTED}-venv; "
        f"with pyenv: pyenv install {WANTED}), or say where it is: make … PYTHON=/path/to/python{WANTED}"
    )


def run(command: Sequence[object], doing: str, cwd: Path = ROOT) -> None:
    """Run a command, its lines shown as they come; a failure becomes a `Missing` that names what was being done."""
    lines = []
    with subprocess.Popen(
        [str(part) for part in command],
        cwd=cwd,
        env=environment(),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
    ) as process:
        for line in process.stdout or ():
            lines.append(line)
            say("    " + line.rstrip())
    if process.returncode == 0:
        return
    if OFFLINE.search("".join(lines)):
        raise Missing(
            f"{doing} stopped: no network. The first run downloads about 400 MB.\n"
            "Connect this machine (or set its proxy) and give the same command again; what is done is kept."
        )
    raise Missing(f"{doing} stopped with exit code {process.returncode}; the lines above say why.")


def environment() -> dict[str, str]:
    """This process's environment with the tools of the project first on the path."""
    return {
        **os.environ,
        "PATH": f"{BIN}{os.pathsep}{os.environ.get('PATH', '')}",
        "PYTHONUNBUFFERED": "1",
        "NO_MKDOCS_2_WARNING": "1",
    }


def digest(paths: list[Path], *words: str) -> str:
    """A hash over the bytes and names of files; a file that is not there counts as empty."""
    total = hashlib.sha256(" ".join(words).encode())
    for path in paths:
        total.update(str(path.relative_to(ROOT)).encode())
        total.update(path.read_bytes() if path.is_file() else b"")
    return total.hexdigest()


def once(name: str, key: str, result: Path, what: str, work: Callable[[], None]) -> None:
    """Do `work` unless its stamp says that it was done for `key` and its `result` is still there."""
    stamp = STAMPS / name
    if result.exists() and stamp.is_file() and stamp.read_text() == key:
        return
    say(f"==> {what}")
    stamp.unlink(missing_ok=True)
    begun = time.monotonic()
    work()
    stamp.parent.mkdir(parents=True, exist_ok=True)
    stamp.write_text(key)
    say(f"    done in {time.monotonic() - begun:.0f} s")


def prepare_python() -> None:
    """The virtual environment with the pinned packages, and this project in it."""
    if version_of(str(BIN / "python")) != WANTED:
        python = find_python()
        say(f"==> Python {WANTED} at {python}; making .venv")
        try:
            run([python, "-m", "venv", "--clear", VENV], "Making .venv")
        except Missing as error:
            raise Missing(f"{error}\nOn Debian it also needs: apt-get install python{WANTED}-venv") from None
    pip = [BIN / "python", "-m", "pip", "install", "--disable-pip-version-check"]
    requirements = ROOT / "requirements.txt"
    key = digest([requirements])
    once(
        "packages",
        key,
        BIN / "pytest",
        "Python packages and Node (about 150 MB the first time)",
        lambda: run([*pip, "--require-hashes", "-r", requirements], "Installing the Python packages"),
    )
    once(
        "project",
        digest([ROOT / "pyproject.toml"], key),
        BIN / "latihan",
        "The command `latihan`",
        lambda: run([*pip, "--no-deps", "--no-build-isolation", "-e", ROOT], "Installing the project"),
    )


def prepare_web() -> None:
    """The page's scripts, built from web/ by Node out of the virtual environment."""
    lock = WEB / "package-lock.json"
    key = digest([lock, ROOT / "requirements.txt"])
    once(
        "node_modules",
        key,
        WEB / "node_modules",
        "JavaScript packages",
        lambda: run([BIN / "npm", "ci", "--no-audit", "--no-fund"], "Installing the JavaScript packages", WEB),
    )
    sources = [path for path in WEB.rglob("*") if path.is_file() and not {"node_modules", "build"} & set(path.parts)]
    once(
        "web",
        digest(sorted(sources), key),
        WEB / "build",
        "The page's scripts",
        lambda: run([BIN / "npm", "run", "build"], "Building the page's scripts", WEB),
    )


def prepare_browsers() -> None:
    """The three browsers of the tests, from the system; installed with apt where that is possible."""
    missing = [package for program, package in BROWSERS.items() if not shutil.which(program)]
    if not missing:
        return
    install = "apt-get install -y --no-install-recommends " + " ".join(missing)
    if os.geteuid() != 0 or not shutil.which("apt-get"):
        raise Missing(
            f"The browser tests need Debian's {', '.join(missing)}. Install with root's rights:\n  {install}\n"
            "and give the same command again."
        )
    os.environ["DEBIAN_FRONTEND"] = "noninteractive"
    say(f"==> Browsers for the tests: {', '.join(missing)} (about 250 MB)")
    run(["apt-get", "update", "-q"], "Reading the list of Debian packages")
    run(install.split(), "Installing the browsers")


def free_port() -> str:
    """The port to serve on, $PORT or 8000, once nobody else listens there."""
    text = os.environ.get("PORT") or "8000"
    if not (text.isascii() and text.isdigit() and 0 < int(text) < 65536):
        raise Missing(f"PORT={text} is not a port. Give a number from 1024 to 65535: make serve PORT=8080")
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", int(text)))
        except PermissionError:
            raise Missing(f"Port {text} is reserved for root. Choose one above 1023: make serve PORT=8080") from None
        except OSError:
            other = int(text) + 1 if int(text) < 65535 else 8000
            raise Missing(f"Port {text} is taken by another program. Choose another: make serve PORT={other}") from None
    return text


def replace_with(*command: object) -> int:
    """Run the last command of a target with this terminal as its own; its exit code is ours."""
    try:
        return subprocess.call([str(part) for part in command], cwd=ROOT, env=environment())
    except KeyboardInterrupt:
        return 130


def setup(*_: str) -> int:
    """Set everything up, without the browsers of the tests."""
    prepare_python()
    prepare_web()
    return 0


def latihan(command: str) -> Callable[..., int]:
    """A target that sets everything up, then calls `latihan COMMAND`."""

    def target(*arguments: str) -> int:
        setup()
        return replace_with(BIN / "latihan", command, *arguments)

    return target


def serve(*arguments: str) -> int:
    """Build the site and serve it on localhost."""
    port = free_port()
    setup()
    return replace_with(BIN / "latihan", "serve", "--port", port, *arguments)


def test(*arguments: str) -> int:
    """Pass all tests; with arguments, those that pytest selects by them."""
    setup()
    prepare_browsers()
    say("==> Tests")
    return replace_with(BIN / "python", "-m", "pytest", *(arguments or ("--cov", "--cov-report=term")))


def lock(*_: str) -> int:
    """Pin the newest versions that requirements.in and web/package.json allow, with their hashes."""
    prepare_python()
    os.environ["CUSTOM_COMPILE_COMMAND"] = "make lock"
    silent = ["--no-emit-index-url", "--no-emit-find-links", "--no-emit-trusted-host"]
    pins = ["--generate-hashes", "--allow-unsafe", "--strip-extras", "--upgrade"]
    run([BIN / "pip-compile", "--quiet", *pins, *silent, "requirements.in"], "Pinning the Python packages")
    run([BIN / "npm", "update", "--package-lock-only"], "Pinning the JavaScript packages", WEB)
    drop_addresses(WEB / "package-lock.json")
    return 0


def drop_addresses(lock_file: Path) -> None:
    """The lock file pins versions and hashes; where packages come from is each machine's own business."""
    pins = json.loads(lock_file.read_text(encoding="utf-8"))
    for package in pins["packages"].values():
        package.pop("resolved", None)
        package.pop("funding", None)
    lock_file.write_text(json.dumps(pins, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")


TARGETS = {
    "setup": setup,
    "serve": serve,
    "test": test,
    "build": latihan("build"),
    "pack": latihan("pack"),
    "check": latihan("check"),
    "lock": lock,
}


def main(arguments: list[str]) -> int:
    """Run one target; what is missing is said on standard error."""
    name, *rest = arguments or [""]
    if name not in TARGETS:
        print(f"bootstrap: no target {name!r}; there are {', '.join(TARGETS)}.", file=sys.stderr)
        return 2
    try:
        return TARGETS[name](*rest)
    except Missing as error:
        sys.stdout.flush()
        print(f"\n{name}: {error}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
