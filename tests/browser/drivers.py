"""Firefox and WebKitGTK for the shorter tests: a page to open, and scripts to run in it."""

import json
import os
import shutil
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from socket import socket

HERE = Path(__file__).parent
WEB = HERE.parent.parent / "web"
NODE = Path(sys.executable).parent / "node"


class ScriptFailed(AssertionError):
    """The browser could not do what was asked; the message is the browser's."""


class Firefox:
    """Debian's Firefox over WebDriver BiDi, by way of Node."""

    def __init__(self, process: subprocess.Popen) -> None:
        self.process = process
        self._answer()

    @classmethod
    @contextmanager
    def started(cls) -> Iterator["Firefox"]:
        executable = shutil.which("firefox-esr") or shutil.which("firefox")
        process = subprocess.Popen(
            [NODE, HERE / "firefox.mjs", WEB, executable],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        try:
            yield cls(process)
        finally:
            process.stdin.close()
            process.wait(30)

    def fresh(self) -> None:
        """A new profile: nothing is remembered."""
        self._ask(name="fresh")

    def goto(self, url: str) -> None:
        self._ask(name="goto", url=url)

    def run(self, script: str) -> object:
        """What the body of an async function returns in the page."""
        return self._ask(name="run", script=script)

    def errors(self) -> list[str]:
        """Console errors and uncaught exceptions since `fresh`."""
        return self._ask(name="errors")

    def _ask(self, **question: str):
        self.process.stdin.write(json.dumps(question) + "\n")
        self.process.stdin.flush()
        return self._answer()

    def _answer(self):
        line = self.process.stdout.readline()
        if not line:
            raise ScriptFailed("Firefox has ended")
        answer = json.loads(line)
        if "error" in answer:
            raise ScriptFailed(answer["error"])
        return answer.get("value")


class WebKit:
    """WebKitGTK's MiniBrowser over WebDriver, on a screen that nobody sees."""

    def __init__(self, port: int) -> None:
        self.root = f"http://127.0.0.1:{port}"
        self.session = ""

    @classmethod
    @contextmanager
    def started(cls) -> Iterator["WebKit"]:
        reading, writing = os.pipe()
        screen = subprocess.Popen(
            ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1366x768x24", "-nolisten", "tcp"],
            pass_fds=[writing],
            stderr=subprocess.DEVNULL,
        )
        os.close(writing)
        with os.fdopen(reading) as display:
            number = display.readline().strip()
        with socket() as probe:
            probe.bind(("127.0.0.1", 0))
            port = probe.getsockname()[1]
        environment = {**os.environ, "DISPLAY": f":{number}", "WEBKIT_DISABLE_COMPOSITING_MODE": "1"}
        environment.pop("WAYLAND_DISPLAY", None)
        driver = subprocess.Popen(
            ["WebKitWebDriver", f"--port={port}"], env=environment, start_new_session=True, stderr=subprocess.DEVNULL
        )
        browser = cls(port)
        try:
            browser._wait()
            yield browser
        finally:
            browser._end()
            os.killpg(driver.pid, signal.SIGTERM)
            driver.wait(10)
            screen.terminate()
            screen.wait(10)

    def fresh(self) -> None:
        """A new session: nothing is remembered."""
        self._end()
        options = {"webkitgtk:browserOptions": {"args": ["--automation"]}}
        self.session = self._call("POST", "", {"capabilities": {"alwaysMatch": options}})["sessionId"]
        self._call("POST", "/timeouts", {"script": 120_000})

    def goto(self, url: str) -> None:
        self._call("POST", "/url", {"url": url})
        # WebDriver tells of no console: what goes wrong from here on is kept in the page.
        self.run(
            "window.seen = [];"
            "addEventListener('error', (e) => seen.push(String(e.message)));"
            "addEventListener('unhandledrejection', (e) => seen.push(String(e.reason)));"
            "const tell = console.error; console.error = (...all) => { seen.push(all.join(' ')); tell(...all); };"
        )

    def run(self, script: str) -> object:
        """What the body of an async function returns in the page."""
        wrapped = (
            "const done = arguments[arguments.length - 1];"
            f"(async () => {{ {script} }})().then((value) => done({{ value }}), (e) => done({{ error: String(e) }}));"
        )
        answer = self._call("POST", "/execute/async", {"script": wrapped, "args": []})
        if "error" in answer:
            raise ScriptFailed(answer["error"])
        return answer.get("value")

    def errors(self) -> list[str]:
        """Console errors and uncaught exceptions since the page was opened."""
        return self.run("return window.seen;")

    def _wait(self) -> None:
        until = time.monotonic() + 20
        while True:
            try:
                urllib.request.urlopen(f"{self.root}/status", timeout=5).close()
                return
            except OSError:
                if time.monotonic() > until:
                    raise
                time.sleep(0.05)

    def _end(self) -> None:
        if self.session:
            self._call("DELETE", "", {})
            self.session = ""

    def _call(self, method: str, path: str, body: object):
        address = f"{self.root}/session" + (f"/{self.session}{path}" if self.session else "")
        request = urllib.request.Request(
            address, json.dumps(body).encode(), {"Content-Type": "application/json"}, method=method
        )
        try:
            with urllib.request.urlopen(request, timeout=180) as response:
                return json.load(response)["value"]
        except urllib.error.HTTPError as error:
            raise ScriptFailed(error.read().decode(errors="replace")) from None
