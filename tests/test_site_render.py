"""The exercise as HTML: complete without JavaScript, and what the element relies on."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from site_project import SMALL

from latihan.authoring.folder import Folder
from latihan.authoring.library import read_all
from latihan.messages import LANGUAGES, Language
from latihan.site.prose import block, inline
from latihan.site.render import exercise_html, json_script

UNIT = "pembukuan/buku-kas"


@pytest.fixture(scope="module")
def folders() -> dict[str, Folder]:
    return {folder.exercise.id.removeprefix(UNIT + "/"): folder for folder in read_all(SMALL / "exercises")}


def carried(html: str) -> dict[str, object]:
    found = re.search(r'<script type="application/json" data-role="exercise">(.*?)</script>', html)
    assert found
    data: dict[str, object] = json.loads(found[1])
    return data


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", ["isi-saldo", "hitung", "satu", "beberapa", "urut", "jodoh", "rapat"])
def test_every_exercise_keeps_the_contract_of_the_page(
    name: str, language: Language, folders: dict[str, Folder]
) -> None:
    """Attributes and roles by which the element, the progress and the tests find their way."""
    html = exercise_html(folders[name], language, "latihan")
    kind = folders[name].exercise.kind
    opening = (
        f'<latihan-exercise class="lx" id="ex-pembukuan-buku-kas-{name}" exercise="{UNIT}/{name}" kind="{kind}" '
        f'state="untouched" lang="{language}">'
    )
    assert html.startswith(opening)
    for role in ("state", "prompt", "answer", "actions", "output", "feedback", "hints", "hint", "solution", "exercise"):
        assert f'data-role="{role}"' in html
    assert 2 == html.count('data-role="hint"')
    assert {"id": f"{UNIT}/{name}", "kind": kind, "language": language, "project": "latihan"}.items() <= carried(
        html
    ).items()


def test_a_table_asks_where_the_starter_has_a_question_mark(folders: dict[str, Folder]) -> None:
    """Numbers get the numeric keyboard, word columns a choice; fixed cells are words and grouped digits."""
    html = exercise_html(folders["isi-saldo"], "id", "latihan")
    answer = html.split('class="lx-actions"')[0]
    assert 1 == answer.count("<input") == answer.count("<select")
    assert (
        '<td data-row="2" data-column="saldo" class="lx-ask lx-number"><input type="text" inputmode="numeric"' in answer
    )
    assert 'aria-label="Saldo, baris 2"' in answer
    assert '<option value="keluar">keluar</option>' in answer
    assert '<td data-row="1" data-column="saldo" class="lx-number">3.275.000</td>' in answer
    assert ">Saldo awal</td>" in answer
    assert ">Opening balance</td>" in exercise_html(folders["isi-saldo"], "en", "latihan")


def test_the_solution_stands_in_the_page_for_those_without_javascript(folders: dict[str, Folder]) -> None:
    """Table filled, program written, choices named, with the explanation."""
    solved = {
        name: exercise_html(folders[name], "id", "latihan").split('class="lx-solution"')[1].split("<script")[0]
        for name in folders
    }
    assert '<td class="lx-given lx-number">3.715.000</td>' in solved["isi-saldo"]
    assert "Saldo baru = saldo lama + masuk." in solved["isi-saldo"]
    assert "saldo = 3_275_000 + masuk" in solved["hitung"]
    assert "<li>Pilihan <em>b</em></li>" in solved["satu"]
    assert (
        "<ol><li>Pilihan <em>c</em></li><li>Pilihan <em>a</em></li><li>Pilihan <em>b</em></li></ol>" in solved["urut"]
    )
    assert "<li>Item x: Pilihan <em>a</em></li>" in solved["jodoh"]
    assert "<ol><li>Bertanya</li><li>Menunggu</li></ol>" in solved["rapat"]


def test_a_program_keeps_its_characters_and_its_first_line(folders: dict[str, Folder]) -> None:
    """`<` and `&` are escaped; the line feed that browsers drop after the tag is given."""
    html = exercise_html(folders["hitung"], "id", "latihan")
    assert '>\nmasuk = 440_000\n# saldo &lt; kas &amp; "bank"\nsaldo = 0\n</textarea>' in html
    assert "<code>kas.csv</code>" in html


def test_a_quiz_offers_its_choices_by_form(folders: dict[str, Folder]) -> None:
    """Radio buttons, check boxes, a list to order, a choice for every item."""
    pages = {name: exercise_html(folders[name], "en", "latihan") for name in ("satu", "beberapa", "urut", "jodoh")}
    assert 3 == pages["satu"].count('<input type="radio" name="ex-pembukuan-buku-kas-satu"')
    assert 3 == pages["beberapa"].count('<input type="checkbox"')
    assert ["a", "b", "c"] == re.findall(r'<li data-choice="(\w)">', pages["urut"])
    assert ["x", "y"] == re.findall(r'<li data-item="(\w)">', pages["jodoh"])
    # An option holds text only: browsers drop elements inside it.
    assert 2 == pages["jodoh"].count('<option value="a">Choice a</option>')


def test_a_story_reads_from_its_start_to_its_endings(folders: dict[str, Folder]) -> None:
    """Every step, choice and consequence is there without JavaScript."""
    html = exercise_html(folders["rapat"], "en", "latihan")
    places = [
        html.index(part)
        for part in (
            '<section class="lx-step" data-step="datang">',
            '<div class="lx-option" data-choice="tanya" data-to="rapat">',
            "They begin to talk.",
            '<div class="lx-option" data-choice="putuskan" data-to="datang">',
            '<section class="lx-step" data-step="rapat">',
            'data-ending="mandiri"',
        )
    ]
    assert places == sorted(places)


def test_replies_are_carried_under_the_keys_that_a_result_names(folders: dict[str, Folder]) -> None:
    """The element looks them up; a quiz and a scenario are answered without Python."""
    keys = {name: set(carried(exercise_html(folders[name], "id", "latihan"))["messages"]) for name in folders}  # type: ignore[call-overload]
    assert {"sisi_tertukar", "saldo_awal_lupa"} == keys["isi-saldo"]
    assert {"choice:a", "choice:b", "choice:c"} == keys["satu"]
    assert {"item:x", "item:y"} == keys["jodoh"]
    assert {"datang:tanya", "datang:putuskan", "rapat:tunggu", "rapat:desak", "ending:mandiri"} == keys["rapat"]


def test_raw_html_in_prose_stays_text() -> None:
    """Prose is Markdown; an element in it would be a way round the escaping."""
    assert "<p>&lt;b&gt;x&lt;/b&gt; <strong>y</strong></p>" == block("<b>x</b> **y**")
    assert "&lt;script&gt; <code>a</code>" == inline("<script> `a`")


def test_inert_json_cannot_be_ended_by_a_text_inside() -> None:
    """A program that prints `</script>` is still data."""
    html = json_script({"id": "x"}, {"a": "</script><!-- "})
    assert 1 == html.count("</script>")
    assert {"a": "</script><!-- "} == json.loads(html.split(">", 1)[1].removesuffix("</script>"))


def test_solutions_and_hints_are_kept_out_of_the_search(folders: dict[str, Folder]) -> None:
    """A search for a term must not show the answer."""
    html = exercise_html(folders["satu"], "id", "latihan")
    assert 2 == html.count("data-search-exclude")


def test_paths_need_nothing_but_the_package() -> None:
    """The picture of the home page is part of the package."""
    assert (Path(__file__).parent.parent / "src/latihan/site/hero.svg").stat().st_size < 6000
