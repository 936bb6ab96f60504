"""Finding marks in a page's Markdown."""

from __future__ import annotations

from latihan.site.marks import Mark, find_marks, replace_marks

PAGE = """---
title: x
---
# Title

<!-- exercise: a/b/c -->
Text <!-- table: kas.csv rows=1-2 --> goes on.

```markdown
<!-- exercise: in/a/fence -->
```

~~~~
```
<!-- exercise: in/another/fence -->
~~~~
<!-- a plain comment -->
<!--map-->
"""


def test_a_mark_knows_its_kind_argument_and_line_of_the_file() -> None:
    """Lines count from the first line of the front matter, so that an editor can jump there."""
    assert (
        Mark("exercise", "a/b/c", 6, True),
        Mark("table", "kas.csv rows=1-2", 7, False),
        Mark("map", "", 18, True),
    ) == find_marks(PAGE)


def test_marks_in_code_fences_are_text() -> None:
    """A fence with backticks or tildes shows marks; a shorter fence inside does not close it."""
    assert [] == [mark for mark in find_marks(PAGE) if "fence" in mark.argument]


def test_a_mark_is_replaced_together_with_the_paragraph_around_it() -> None:
    """A block element may not stand in a `<p>`; escaped marks in code stay."""
    html = "<p><!-- exercise: a/b/c --></p><pre>&lt;!-- exercise: x --&gt;</pre>"
    assert "[exercise a/b/c]<pre>&lt;!-- exercise: x --&gt;</pre>" == replace_marks(html, lambda k, a: f"[{k} {a}]")
