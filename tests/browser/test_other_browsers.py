"""The shorter suite: every kind once, progress and the language switch, in Firefox and in WebKitGTK."""

import json
import time

import pytest

CHOICES, SUMS = "mulai/coba.html", "pembukuan/hitung.html"


@pytest.fixture(scope="module", params=["firefox", "webkit"])
def browser(request):
    return request.getfixturevalue(request.param)


@pytest.fixture
def page(browser, course):
    """A fresh profile in another browser, which has met no error in the end."""
    browser.fresh()
    yield browser
    assert [] == browser.errors()


def opened(browser, address):
    browser.goto(address)
    until(browser, "[...document.querySelectorAll('[data-role=actions]')].every((actions) => !actions.hidden)")


def until(browser, condition, seconds=60):
    """Wait until a JavaScript expression holds; gives its value."""
    end = time.monotonic() + seconds
    while True:
        value = browser.run(f"return {condition};")
        if value:
            return value
        assert time.monotonic() < end, f"never held: {condition}"
        time.sleep(0.1)


def box(name):
    return f"document.querySelector('latihan-exercise[exercise=\"{name}\"]')"


def press(browser, name, action):
    browser.run(f"{box(name)}.querySelector('[data-action={action}]').click();")


def put(browser, name, selector, value):
    """Type into a field as the browser would report it."""
    browser.run(
        f"const field = {box(name)}.querySelector({json.dumps(selector)});"
        f"if (field.type === 'radio') field.checked = true; else field.value = {json.dumps(value)};"
        "for (const type of ['input', 'change']) field.dispatchEvent(new Event(type, { bubbles: true }));"
    )


def outcome(browser, name):
    status = f"{box(name)}.querySelector('[data-role=feedback]').dataset.status"
    until(browser, f"['passed', 'failed', 'error', 'timeout'].includes({status})")
    said = browser.run(f"return {box(name)}.querySelector('[data-role=feedback]').innerText;")
    return browser.run(f"return {status};"), " ".join(said.split())


def state(browser, name):
    return browser.run(f"return {box(name)}.getAttribute('state');")


def test_a_quiz_is_checked(page, course):
    """Wrong, then right."""
    opened(page, course.address + CHOICES)
    quiz = "mulai/coba/satu"
    put(page, quiz, 'input[value="ingatan"]', None)
    press(page, quiz, "check")
    assert ("failed", "Ingatan memudar.") == outcome(page, quiz)
    put(page, quiz, 'input[value="bukti"]', None)
    press(page, quiz, "check")
    until(page, f"{box(quiz)}.getAttribute('state') === 'passed'")


def test_a_scenario_is_told(page, course):
    """To its good ending."""
    opened(page, course.address + CHOICES)
    story = "mulai/coba/rapat"
    for choice in ("tanya", "dengar"):
        page.run(f"{box(story)}.querySelector('button[data-choice={choice}]').click();")
    until(page, f"{box(story)}.getAttribute('state') === 'passed'")
    assert until(page, f"{box(story)}.querySelector('[data-ending=mandiri]').checkVisibility()")


def test_a_table_is_checked(page, course):
    """A known mistake, then the right figures."""
    opened(page, course.address + SUMS)
    table = "pembukuan/hitung/isi-saldo"
    cells = {(2, "saldo"): "50.000", (2, "sisi"): "kas_masuk", (3, "saldo"): "120000", (3, "sisi"): "kas_keluar"}
    for (row, column), value in cells.items():
        put(page, table, f'[data-row="{row}"][data-column="{column}"] :is(input, select)', value)
    press(page, table, "check")
    status, said = outcome(page, table)
    assert ("failed", "Saldo Anda 50.000: iuran mengurangi. Apa yang dilakukan iuran pada kas?") == (status, said)
    put(page, table, '[data-row="2"][data-column="saldo"] input', "150.000")
    press(page, table, "check")
    until(page, f"{box(table)}.getAttribute('state') === 'passed'")


def test_a_program_is_run_stopped_by_its_limit_and_checked(page, course):
    """Output, a timeout with its line, then the right answer in the editor."""
    opened(page, course.address + SUMS)
    code, area = "pembukuan/hitung/jumlah", 'textarea[data-role="program"]'
    put(page, code, area, "print('halo')\n")
    press(page, code, "run")
    until(page, f"{box(code)}.querySelector('[data-role=output]').innerText.trim() === 'halo'")
    until(page, f"!{box(code)}.querySelector('[data-action=stop]').checkVisibility()")
    put(page, code, area, "while True:\n    saldo = 1\n")
    press(page, code, "check")
    until(page, f"{box(code)}.querySelector('[data-role=feedback]').dataset.status === 'timeout'")
    put(page, code, area, "saldo = 440_000 - 123_000\n")
    press(page, code, "check")
    until(page, f"{box(code)}.getAttribute('state') === 'passed'")
    page.run(f"{box(code)}.querySelector('textarea').focus();")
    shown = until(page, f"{box(code)}.querySelector('.cm-content')?.innerText")
    assert "saldo = 440_000 - 123_000" in shown


def test_progress_survives_a_reload_and_shows_on_the_home_page(page, course):
    """What is passed stays passed, in both languages."""
    opened(page, course.address + CHOICES)
    quiz = "mulai/coba/satu"
    put(page, quiz, 'input[value="bukti"]', None)
    press(page, quiz, "check")
    until(page, f"{box(quiz)}.getAttribute('state') === 'passed'")
    time.sleep(1)
    opened(page, course.address + CHOICES)
    until(page, f"{box(quiz)}.getAttribute('state') === 'passed'")
    assert page.run(f"return {box(quiz)}.querySelector('input[value=bukti]').checked;")
    opened(page, course.address + "en/" + CHOICES)
    until(page, f"{box(quiz)}.getAttribute('state') === 'passed'")
    page.goto(course.address + "index.html")
    until(page, r"/\b1\b.*\b5\b/.test(document.querySelector('[data-unit=\"mulai/coba\"]').innerText)")


def test_the_language_switch_lands_on_the_same_page(page, course):
    """In both directions, by a relative link."""
    for here, there, language in ((SUMS, "en/" + SUMS, "en"), ("en/" + SUMS, SUMS, "id")):
        page.goto(course.address + here)
        link = page.run(f"return document.querySelector('a[hreflang={language}].lx-language').href;")
        assert course.address + there == link
        page.goto(link)
        assert language == page.run("return document.documentElement.lang;")


def test_the_search_finds_a_word(page, course):
    """Over http by a worker, from the folder by a frame."""
    page.goto(course.address + "index.html")
    page.run(
        "const field = document.querySelector('.md-search__input'); field.focus();"
        "field.value = 'kuitansi'; field.dispatchEvent(new Event('input', { bubbles: true }));"
        "field.dispatchEvent(new KeyboardEvent('keyup', { bubbles: true }));"
    )
    link = until(page, "document.querySelector('.md-search-result__link')?.href")
    assert link.startswith(course.address + CHOICES)
