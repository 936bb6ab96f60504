"""Reading `text.<language>.md`."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from latihan.authoring.fault import sentence
from latihan.authoring.parse_text import parse_text
from latihan.authoring.text import Choice, Step, replies

WHOLE = """# Judul
Isi soal.

```python
# bukan judul
## feedback: bukan_bagian
print("<b>")
```

Dua paragraf, `<i>` dalam kode.

## hint
Petunjuk satu.
## hint
Petunjuk dua.
## feedback: lupa
Anda menulis {hasil}.
## columns
- saldo: Saldo (Rp): akhir
## words
- rusak ringan: Rusak ringan
## choice: a
Label **a**.
> Balasan a.
>
> Paragraf kedua.
## item: x
Butir x
> Balasan x.
## step: datang
Yang terjadi.
### choice: tanya
Bertanya
> Ketua bercerita.
## ending: mandiri
Selesai.
## explanation
Penjelasan.
"""


def faults(source, kind=None):
    return [sentence(fault) for fault in parse_text(source, "t/u/e", "text.id.md", kind)[1]]


def test_every_section_is_read():
    """Each part of the format has its place in the text."""
    text, found = parse_text(WHOLE, "t/u/e", "text.id.md", None)
    assert [] == found
    assert "Judul" == text.title
    assert ("Petunjuk satu.", "Petunjuk dua.") == text.hints
    assert {"lupa": "Anda menulis {hasil}."} == text.feedback
    assert {"saldo": "Saldo (Rp): akhir"} == text.columns
    assert {"rusak ringan": "Rusak ringan"} == text.words
    assert {"a": Choice("Label **a**.", "Balasan a.\n\nParagraf kedua.")} == text.choices
    assert {"x": Choice("Butir x", "Balasan x.")} == text.items
    assert {"datang": Step("Yang terjadi.", {"tanya": Choice("Bertanya", "Ketua bercerita.")})} == text.steps
    assert {"mandiri": "Selesai."} == text.endings
    assert "Penjelasan." == text.explanation


def test_headings_within_code_stay_in_the_body():
    """A Python comment in a fenced block is neither title nor section."""
    text, _ = parse_text(WHOLE, "t/u/e", "text.id.md", None)
    assert "# bukan judul\n## feedback: bukan_bagian" in text.prompt
    assert text.prompt.endswith("Dua paragraf, `<i>` dalam kode.")


def test_sections_know_their_lines():
    """Later faults can name the line of a section, also of a choice in a step."""
    text, _ = parse_text(WHOLE, "t/u/e", "text.id.md", None)
    lines = WHOLE.splitlines()
    assert "## feedback: lupa" == lines[text.lines["feedback: lupa"] - 1]
    assert "### choice: tanya" == lines[text.lines["step: datang/choice: tanya"] - 1]


def test_replies_go_by_the_keys_that_results_name():
    """The element and the command line look replies up under the grader's keys."""
    text, _ = parse_text(WHOLE, "t/u/e", "text.id.md", None)
    assert {
        "lupa": "Anda menulis {hasil}.",
        "choice:a": "Balasan a.\n\nParagraf kedua.",
        "item:x": "Balasan x.",
        "datang:tanya": "Ketua bercerita.",
        "ending:mandiri": "Selesai.",
    } == replies(text)


PLANTED = {
    "no title": ("Isi.\n", "text.id.md:1: There is no title. Expected: `# Title` as the first line."),
    "text before the title": ("Isi.\n# Judul\nIsi.\n", "text.id.md:1: Text before the title is not shown."),
    "two titles": ("# Judul\nIsi.\n# Lagi\n", "text.id.md:3: `# Lagi` is a second title. Expected: one title."),
    "no prompt": ("# Judul\n## hint\nA\n", "text.id.md:1: There is no prompt under the title."),
    "unknown section": ("# J\nIsi.\n## hnt\nA\n", "text.id.md:3: No section is called `hnt`."),
    "nearest section": ("# J\nIsi.\n## hnt\nA\n", "Did you mean `hint`?"),
    "key missing": ("# J\nIsi.\n## feedback\nA\n", "text.id.md:3: `feedback` has no key."),
    "key in capitals": ("# J\nIsi.\n## feedback: Lupa\nA\n", "text.id.md:3: `feedback` has the key `Lupa`."),
    "key in vain": ("# J\nIsi.\n## hint: satu\nA\n", "text.id.md:3: `## hint: satu` has a key. Expected: `## hint`."),
    "empty section": ("# J\nIsi.\n## hint\n\n## hint\nA\n", "text.id.md:3: `## hint` is empty."),
    "section twice": (
        "# J\nIsi.\n## feedback: a\nA\n## feedback: a\nB\n",
        "text.id.md:5: `## feedback: a` stands",
    ),
    "choice outside a step": (
        "# J\nIsi.\n### choice: a\nA\n> B\n",
        "text.id.md:3: `### choice: a` belongs to",
    ),
    "no label": ("# J\nIsi.\n## choice: a\n> B\n", "text.id.md:3: `choice: a` has no label."),
    "after the reply": ("# J\nIsi.\n## choice: a\nA\n> B\nC\n", "text.id.md:6: `choice: a` goes on after its reply."),
    "column not read": ("# J\nIsi.\n## columns\nsaldo = Saldo\n", "text.id.md:4: `saldo = Saldo` under `## columns`"),
    "column twice": ("# J\nIsi.\n## columns\n- a: A\n- a: B\n", "text.id.md:5: `a` stands twice under `## columns`."),
    "open code": ("# J\nIsi.\n## hint\n```\nA\n", "text.id.md:3: A block of code is opened and not closed."),
    "html": ("# J\nIsi <b>tebal</b>.\n", "text.id.md:2: Raw HTML is not shown. Expected: Markdown."),
    "comment": ("# J\nIsi.\n<!-- nanti -->\n", "text.id.md:3: Raw HTML is not shown."),
    "too long": ("# J\n" + "a" * 20_000, "text.id.md: The text has 20,004 characters. Expected: at most 20,000."),
}


@pytest.mark.parametrize("planted", PLANTED)
def test_each_fault_of_a_text_is_said_with_its_line(planted):
    """An author reads what is wrong, where, and what was expected."""
    source, said = PLANTED[planted]
    assert said in " ".join(faults(source))


def test_a_section_of_another_kind_is_a_fault():
    """A quiz has no `## feedback`; the sections that it may have are named."""
    said = (
        "text.id.md:3: No section of a quiz is called `feedback: a`. Expected: `hint`, `choice`, `item`, `explanation`."
    )
    assert [said] == faults("# J\nIsi.\n## feedback: a\nA\n", "quiz")


def test_everything_wrong_with_a_text_is_said_at_once():
    """One reading finds all."""
    said = faults("Isi.\n## hnt\nA\n## hint\n\n## choice: a\n> B\n")
    assert ["1", "2", "4", "6"] == [line.split(":")[1] for line in said]


@given(
    st.lists(st.sampled_from(["# J", "## hint", "## choice: a", "### choice: b", "## step: s", "> r", "```", "x", ""]))
)
def test_no_text_makes_the_reader_crash(lines):
    """Whatever an author has written so far, there is an answer."""
    text, found = parse_text("\n".join(lines), "t/u/e", "text.id.md", None)
    assert found or text.title == "J"
