"""Finding one's way: the language switch, the links and the search."""

import re
from urllib.parse import urljoin

import pytest
from playwright.sync_api import expect

PAGES = ["index.html", "mulai/coba.html", "pembukuan/hitung.html"]


@pytest.mark.parametrize("page", PAGES)
def test_the_language_switch_lands_on_the_same_page_and_back(reader, page):
    """The link is relative, so that it works under a sub-path and in a folder."""
    reader.page.goto(reader.address + page)
    for here, there, language in ((page, f"en/{page}", "en"), (f"en/{page}", page, "id")):
        switch = reader.page.locator(f'a[hreflang="{language}"]').filter(visible=True)
        link = switch.get_attribute("href")
        assert not link.startswith(("/", "http", "file"))
        assert urljoin(reader.address + here, link).removesuffix("index.html") == (reader.address + there).removesuffix(
            "index.html"
        )
        switch.click()
        expect(reader.page.locator("html")).to_have_attribute("lang", language)
        expect(reader.page.locator("article h1")).to_be_visible()


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("language", ["", "en/"])
def test_every_link_of_a_page_leads_to_a_file_of_the_site(reader, course, page, language):
    """No link is absolute, and none leads nowhere; a folder needs the name of its page."""
    reader.page.goto(reader.address + language + page)
    links = reader.page.eval_on_selector_all("a[href]", "all => all.map((link) => link.href)")
    inside = {link.partition("#")[0] for link in links if link.startswith(("http:", "file:"))}
    assert len(inside) > 2
    targets = {link: course.folder / link.removeprefix(reader.address) for link in inside}
    assert [] == [link for link, path in targets.items() if not path.is_file()]


@pytest.mark.parametrize(
    ("home", "word", "found"),
    [("index.html", "kuitansi", "mulai/coba.html"), ("en/index.html", "receipt", "en/mulai/coba.html")],
    ids=["id", "en"],
)
def test_the_search_finds_a_word_of_a_page(reader, home, word, found):
    """Typing brings a result of the language in hand; following it opens the page."""
    reader.page.goto(reader.address + home)
    field = reader.page.locator(".md-search__input")
    field.focus()
    field.press_sequentially(word)
    result = reader.page.locator(".md-search-result__link").first
    expect(result).to_be_visible()
    links = reader.page.eval_on_selector_all(".md-search-result__link", "all => all.map((link) => link.href)")
    assert {reader.address + found} == {link.partition("?")[0].partition("#")[0] for link in links}
    result.click()
    expect(reader.page).to_have_url(re.compile(re.escape(reader.address + found)))


def test_a_page_without_javascript_is_complete(chromium, course):
    """Prompt, table, choices, hints and solution can be read."""
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(course.address + "pembukuan/hitung.html")
    table = page.locator('latihan-exercise[kind="table"]')
    expect(table.locator("td input")).to_have_count(2)
    expect(table.locator("td select")).to_have_count(2)
    table.locator("details summary").first.click()
    expect(table).to_contain_text("Pertanyaan pertama?")
    expect(table.locator('[data-role="actions"]')).to_be_hidden()
    page.goto(course.address + "mulai/coba.html")
    expect(page.locator("[data-step]:visible, [data-ending]:visible")).to_have_count(4)
    context.close()


def test_a_story_prints_whole(reader):
    """On paper every step, choice and consequence stands; on screen one step at a time, its consequences kept back."""
    reader.page.goto(reader.address + "mulai/coba.html")
    story = reader.page.locator('latihan-exercise[kind="scenario"]')
    parts = story.locator("[data-step], [data-ending]")
    replies = story.locator(".lx-options > details")
    expect(parts.filter(visible=True)).to_have_count(1)
    expect(replies.filter(visible=True)).to_have_count(0)
    reader.page.emulate_media(media="print")
    expect(parts.filter(visible=True)).to_have_count(parts.count())
    assert replies.count() == story.locator('[data-action="choose"]').count() > 1
    expect(replies.filter(visible=True)).to_have_count(replies.count())
