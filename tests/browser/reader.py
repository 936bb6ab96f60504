"""A reader of the site in Chromium: opens pages, answers exercises, and notices errors and requests."""

import re
from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, Locator, Page, expect

from latihan.messages import fill, messages

# Starting Python and one check, on a slow machine with other work.
PATIENCE = 60_000
DONE = re.compile("^(idle|passed|failed|error|timeout)$")


def told(key: str, language: str = "id", section: str = "feedback", **values: object) -> str:
    """A shared reply as the page shows it: filled in, without its Markdown marks."""
    return fill(messages(language)[section][key], {name: str(value) for name, value in values.items()}).replace("`", "")


class Exercise:
    """One exercise on the open page."""

    def __init__(self, page: Page, name: str) -> None:
        self.page = page
        self.box = page.locator(f'latihan-exercise[exercise="{name}"]')
        self.feedback = self.box.locator('[data-role="feedback"]')
        self.area = self.box.locator('textarea[data-role="program"]')
        self.output = self.box.locator('[data-role="output"]')

    def button(self, action: str) -> Locator:
        return self.box.locator(f'[data-action="{action}"]')

    def press(self, action: str) -> None:
        self.button(action).click()

    def check(self) -> str:
        """Press Check and wait; gives the status."""
        return self._done("check")

    def run(self) -> str:
        """Press Run and wait; gives the status."""
        return self._done("run")

    def _done(self, action: str) -> str:
        self.press(action)
        return self.wait()

    def wait(self) -> str:
        """Wait until the work in hand is done; gives the status."""
        expect(self.feedback).to_have_attribute("data-status", DONE, timeout=PATIENCE)
        expect(self.button("stop")).to_be_hidden(timeout=PATIENCE)
        return self.status

    @property
    def status(self) -> str:
        return self.feedback.get_attribute("data-status")

    @property
    def state(self) -> str:
        return self.box.get_attribute("state")

    @property
    def said(self) -> str:
        """The feedback as one line of text."""
        return " ".join(self.feedback.inner_text().split())

    def pick(self, *choices: str) -> None:
        for choice in choices:
            self.box.locator(f'input[value="{choice}"]').check()

    def match(self, item: str, choice: str) -> None:
        self.box.locator(f'[data-item="{item}"] select').select_option(choice)

    def move_up(self, choice: str) -> None:
        self.box.locator(f'[data-choice="{choice}"] [data-action="up"]').click()

    def place(self, choice: str) -> int:
        """How many choices stand above this one in an order."""
        keys = self.box.locator("[data-choice]").evaluate_all("all => all.map((one) => one.dataset.choice)")
        return keys.index(choice)

    def choose(self, step: str, choice: str) -> None:
        """Take a choice of a scenario."""
        self.box.locator(f'[data-step="{step}"] button[data-choice="{choice}"]').click()

    def cell(self, row: int, column: str) -> Locator:
        return self.box.locator(f'[data-row="{row}"][data-column="{column}"]').locator("input, select")

    def fill(self, row: int, column: str, text: str) -> None:
        cell = self.cell(row, column)
        if cell.evaluate("cell => cell.tagName") == "SELECT":
            cell.select_option(text)
        else:
            cell.fill(text)

    def write(self, program: str) -> None:
        """Replace the program, as a paste over everything does."""
        editor = self.editor()
        editor.press("ControlOrMeta+a")
        editor.press("Delete")
        self.page.keyboard.insert_text(program)

    def editor(self) -> Locator:
        """The editor, once it has taken the textarea's place."""
        self.area.focus()
        editor = self.box.locator(".cm-content")
        expect(editor).to_be_visible(timeout=PATIENCE)
        editor.focus()
        return editor

    @property
    def program(self) -> str:
        """The program as it stands on the page."""
        return self.area.input_value()


class Reader:
    """A page in a fresh profile; `errors` and `requests` hold what happened since."""

    def __init__(self, page: Page, address: str) -> None:
        self.page, self.address = page, address
        self.errors: list[str] = []
        self.requests: list[str] = []
        page.on("console", lambda message: message.type == "error" and self.errors.append(message.text))
        page.on("pageerror", lambda error: self.errors.append(str(error)))
        page.context.on("request", lambda request: self.requests.append(request.url))

    @classmethod
    @contextmanager
    def of(cls, chromium: Browser, address: str, **settings: object) -> Iterator["Reader"]:
        """A reader who must have met no error and asked nothing of another origin in the end."""
        context = chromium.new_context(**settings)
        context.set_default_timeout(15_000)
        reader = cls(context.new_page(), address)
        yield reader
        context.close()
        met = [*reader.errors, *reader.outside]
        assert not met, f"errors and requests to the outside: {met}"

    @property
    def outside(self) -> list[str]:
        """Requests that left the site."""
        return [url for url in self.requests if not url.startswith((self.address, "blob:", "data:"))]

    def open(self, path: str) -> None:
        """Open a page and wait until its exercises have come alive."""
        self.page.goto(self.address + path)
        self.alive()

    def alive(self) -> None:
        for actions in self.page.locator('latihan-exercise [data-role="actions"]').all():
            expect(actions).to_be_visible()

    def at(self, path: str) -> None:
        """Open a page unless it is open."""
        if self.page.url != self.address + path:
            self.open(path)

    def reload(self) -> None:
        self.page.reload()
        self.alive()

    def exercise(self, name: str) -> Exercise:
        return Exercise(self.page, name)
