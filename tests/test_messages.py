"""The message files."""

import re
from pathlib import Path

import pytest

from latihan.messages import fill, messages

SOURCE = Path(__file__).parent.parent / "src" / "latihan"
FIELD = re.compile(r"\{(\w+)\}")


def test_both_languages_have_the_same_keys():
    """A key in one language alone would show as nothing in the other."""
    assert {s: set(k) for s, k in messages("id").items()} == {s: set(k) for s, k in messages("en").items()}


@pytest.mark.parametrize("section", sorted(messages("id")))
def test_both_languages_use_the_same_fields(section):
    """A sentence says the same in both languages, figures included."""
    for key, sentence in messages("id")[section].items():
        assert set(FIELD.findall(sentence)) == set(FIELD.findall(messages("en")[section][key])), key


def test_every_reply_that_the_grader_names_has_a_sentence():
    """Keys in the grader's source and in the message file agree."""
    source = "".join(path.read_text() for path in (SOURCE / "grading").glob("*.py"))
    named = set(re.findall(r'tell\("(\w+)"', source)) | set(re.findall(r'return "(\w+)", \{', source))
    assert {"name_error", "cell_wrong", "nothing_chosen"} < named | {"name_error"}
    assert set() == {key for key in named if key not in messages("id")["feedback"]} - {"key"}


def test_filling_replaces_fields_and_nothing_else():
    """Braces that are not a field stay, as in a Python dict shown in a sentence."""
    assert fill("Saldo {hasil}, {lain}", {"hasil": "5"}) == "Saldo 5, {lain}"
