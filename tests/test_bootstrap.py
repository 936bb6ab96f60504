"""The runner of the two commands: what is missing on a machine is said in a sentence."""

import importlib.util
import os
import re
import shutil
import socket
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")


@pytest.fixture
def clone(tmp_path):
    """What a fresh clone needs to start, in a folder of its own."""
    for name in (
        "Makefile",
        ".python-version",
        "requirements.txt",
        "pyproject.toml",
        "README.md",
        "tools/bootstrap.py",
    ):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        shutil.copy(ROOT / name, tmp_path / name)
    return tmp_path


@pytest.fixture
def bootstrap(clone):
    """The runner as a module, at home in the fresh clone."""
    spec = importlib.util.spec_from_file_location("bootstrap", clone / "tools" / "bootstrap.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def make(clone, *arguments, **environment):
    """Run make in the clone; gives exit code and what it said on standard error."""
    ours = {name: value for name, value in os.environ.items() if not name.startswith(("MAKE", "PYTHON", "PORT"))}
    done = subprocess.run(
        ["make", *arguments], cwd=clone, env={**ours, **environment}, capture_output=True, text=True, timeout=300
    )
    return done.returncode, done.stderr


def test_without_any_python_make_says_what_to_install(clone):
    """A machine without Python gets a sentence, not `command not found`."""
    code, said = make(clone, "setup", "START=")
    assert code == 2
    assert "setup: no Python was found. Install Python 3.13, or say where it is: make setup PYTHON=" in said


def test_without_the_wanted_python_the_versions_seen_are_named(clone):
    """The sentence holds what was found, what was wanted and both ways out."""
    (clone / ".python-version").write_text("3.99\n")
    code, said = make(clone, "setup")
    assert code == 2
    assert "setup: Python 3.99 was not found. Seen: 3." in said
    assert "apt-get install python3.99 python3.99-venv" in said
    assert "PYTHON=/path/to/python3.99" in said
    assert not (clone / ".venv").exists()


def test_a_chosen_python_of_another_version_is_refused(clone):
    """PYTHON=… is an order: it is not silently replaced by another interpreter."""
    other = clone / "python-of-yore"
    other.write_text("#!/bin/sh\necho 3.9\n")
    other.chmod(0o755)
    code, said = make(clone, "setup", f"PYTHON={other}")
    assert code == 2
    assert f"PYTHON={other} is Python 3.9. Give the path of a Python 3.13" in said


def test_a_chosen_python_that_does_not_start_is_refused(clone):
    """A mistyped path is named."""
    code, said = make(clone, "setup", "PYTHON=/nowhere/python")
    assert code == 2
    assert "PYTHON=/nowhere/python does not start. Give the path of a Python 3.13" in said


def test_without_a_network_the_first_run_says_so(clone):
    """A download that cannot start names the cause and what to do, and leaves no stamp of success."""
    offline = {
        "PIP_CONFIG_FILE": os.devnull,
        "PIP_INDEX_URL": "http://127.0.0.1:9/simple",
        "PIP_FIND_LINKS": "",
        "PIP_RETRIES": "0",
        "PIP_NO_CACHE_DIR": "1",
    }
    code, said = make(clone, "setup", **offline)
    assert code == 2
    assert "setup: Installing the Python packages stopped: no network." in said
    assert "give the same command again" in said
    assert [] == list((clone / ".cache" / "stamps").glob("*"))


def test_a_taken_port_is_named_with_the_way_to_choose_another(clone):
    """The port is looked at before anything is downloaded or built."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        code, said = make(clone, "serve", f"PORT={port}")
    assert code == 2
    assert f"serve: Port {port} is taken by another program. Choose another: make serve PORT={port + 1}" in said
    assert not (clone / ".venv").exists()


@pytest.mark.parametrize("port", ["delapan", "0", "70000", "-1", "٨٠"])
def test_a_port_that_is_none_is_refused(clone, port):
    """Words, zero, and numbers out of range get the range."""
    code, said = make(clone, "serve", f"PORT={port}")
    assert code == 2
    assert f"serve: PORT={port} is not a port. Give a number from 1024 to 65535" in said


def test_a_free_port_is_taken_as_it_is(bootstrap, monkeypatch):
    """Nothing is asked when the port is free."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    monkeypatch.setenv("PORT", str(port))
    assert str(port) == bootstrap.free_port()


def test_missing_browsers_are_named_where_they_cannot_be_installed(bootstrap, monkeypatch, tmp_path):
    """Without root the error is the line to give to whoever has it."""
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(bootstrap.Missing) as missing:
        bootstrap.prepare_browsers()
    packages = "chromium firefox-esr webkit2gtk-driver xvfb"
    assert f"apt-get install -y --no-install-recommends {packages}\n" in str(missing.value)


def test_missing_browsers_are_installed_where_root_and_apt_are(bootstrap, monkeypatch, tmp_path):
    """Only what is missing is asked of apt."""
    calls = tmp_path / "calls"
    for name, script in {"apt-get": f'echo "$@" >> {calls}', "chromium": "", "Xvfb": ""}.items():
        (tmp_path / name).write_text(f"#!/bin/sh\n{script}\n")
        (tmp_path / name).chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    monkeypatch.setenv("DEBIAN_FRONTEND", "")
    bootstrap.prepare_browsers()
    expected = ["update -q", "install -y --no-install-recommends firefox-esr webkit2gtk-driver"]
    assert expected == calls.read_text().splitlines()


def test_a_failing_step_is_named_with_its_exit_code(bootstrap):
    """What is not the network's fault is not blamed on the network."""
    with pytest.raises(bootstrap.Missing, match=r"^Trying stopped with exit code 3; the lines above say why\.$"):
        bootstrap.run(["sh", "-c", "echo broken; exit 3"], "Trying")


def test_a_step_is_done_once_until_its_key_or_its_result_changes(bootstrap, tmp_path):
    """The second run is quick; a changed lock file or a removed folder does the work again."""
    result, done = tmp_path / "result", []

    def work():
        result.touch()
        done.append(1)

    for key in ("a", "a", "b"):
        bootstrap.once("step", key, result, "Step", work)
    assert 2 == len(done)
    result.unlink()
    bootstrap.once("step", "b", result, "Step", work)
    assert 3 == len(done)


def test_a_step_that_fails_is_tried_again(bootstrap, tmp_path):
    """A stamp is written after success only."""

    def fail():
        raise bootstrap.Missing("no")

    (tmp_path / "result").touch()
    bootstrap.once("step", "a", tmp_path / "result", "Step", lambda: None)
    with pytest.raises(bootstrap.Missing):
        bootstrap.once("step", "b", tmp_path / "result", "Step", fail)
    done = []
    bootstrap.once("step", "a", tmp_path / "result", "Step", lambda: done.append(1))
    assert [1] == done


def test_every_target_of_make_is_one_of_the_runner_and_has_its_line_in_help(bootstrap):
    """`make help` is complete."""
    described = re.findall(r"^([a-z]+): ## ", MAKEFILE, re.M)
    assert [*sorted(bootstrap.TARGETS), "clean", "help"] == [*sorted(described[:-2]), *described[-2:]]


def test_the_first_screen_of_the_readme_has_exactly_the_two_commands():
    """A newcomer finds them without scrolling, and nothing beside them."""
    screen = "\n".join((ROOT / "README.md").read_text(encoding="utf-8").splitlines()[:30])
    assert ["make serve", "make test"] == re.findall(r"^make [a-z]+", screen, re.M)


def test_pinned_packages_carry_hashes_and_no_address():
    """Every package is pinned by hash; the file works with any mirror."""
    text = (ROOT / "requirements.txt").read_text(encoding="utf-8")
    blocks = re.split(r"\n(?=[a-z])", text[text.index("\n") :])[1:]
    assert len(blocks) > 30
    assert [] == [block.splitlines()[0] for block in blocks if "==" not in block or "--hash=sha256:" not in block]
    assert None is re.search(r"://|index-url|find-links", text)


def test_the_workflow_gives_the_same_commands_and_pins_its_actions():
    """What GitHub runs is what a newcomer runs, and no action can change under it."""
    workflow = (ROOT / ".github" / "workflows" / "site.yml").read_text(encoding="utf-8")
    assert ["make test", "make build", "make pack"] == re.findall(r"- run: (make .*)", workflow)
    actions = re.findall(r"uses: (\S+)", workflow)
    assert 5 == len(actions)
    assert [] == [action for action in actions if not re.fullmatch(r"actions/[a-z-]+@[0-9a-f]{40}", action)]
