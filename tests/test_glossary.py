"""Holds the glossary's two languages to each other, to the alphabet and to the wording of the page."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from latihan.messages import messages

DOCS = Path(__file__).parent.parent / "docs"
# Keys whose word in the messages names the same thing as a term of the glossary.
SHARED = {
    "columns": ("saldo", "saldo_awal", "saldo_akhir", "uraian", "selisih", "regu", "angsuran"),
    "cells": (
        "simpanan_pokok", "simpanan_wajib", "simpanan_sukarela", "dana_bergulir", "dana_sosial", "dana_pendidikan",
        "cadangan", "aset", "kewajiban", "ekuitas", "Ketua", "Bendahara", "Sekretaris", "Anggota", "pengurus",
    ),
}  # fmt: skip


def pairs(source: str) -> list[tuple[str, str]]:
    """Term and counterpart of every entry, in the order of the page."""
    return re.findall(r"^\*\*(.+?)\*\* · \*(.+?)\*$", source, re.MULTILINE)


def read(name: str) -> list[tuple[str, str]]:
    return pairs((DOCS / name).read_text(encoding="utf-8"))


INDONESIAN, ENGLISH = read("glosarium.md"), read("glosarium.en.md")


def test_both_glossaries_hold_the_same_pairs() -> None:
    """Every Indonesian entry has its English entry with the same two terms."""
    assert INDONESIAN
    assert sorted(INDONESIAN) == sorted((indonesian, english) for english, indonesian in ENGLISH)


@pytest.mark.parametrize("entries", [INDONESIAN, ENGLISH], ids=["id", "en"])
def test_terms_stand_in_alphabetical_order_and_once(entries: list[tuple[str, str]]) -> None:
    """A reader finds a term where the alphabet puts it, and only there."""
    terms = [term.casefold() for term, _ in entries]
    assert sorted(set(terms)) == terms


@pytest.mark.parametrize("name", ["glosarium.md", "glosarium.en.md"])
def test_every_term_is_explained_in_one_paragraph(name: str) -> None:
    """Each entry is followed by exactly one explanation."""
    source = (DOCS / name).read_text(encoding="utf-8")
    explained = re.findall(r"^\*\*.+?\*\* · \*.+?\*\n:   \S.*\.$", source, re.MULTILINE)
    assert len(pairs(source)) == len(explained) == source.count("\n:   ")


@pytest.mark.parametrize(("section", "key"), [(s, key) for s, keys in SHARED.items() for key in keys])
def test_the_page_uses_the_terms_of_the_glossary(section: str, key: str) -> None:
    """A column or cell that names a glossary term in Indonesian is called by its counterpart in English."""
    indonesian, english = (messages(language)[section][key].casefold() for language in ("id", "en"))
    known = {term.casefold(): counterpart.casefold() for term, counterpart in INDONESIAN}
    assert known[indonesian] == english
