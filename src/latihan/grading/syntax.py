"""Names what is wrong with a program that Python cannot read."""

from __future__ import annotations

import keyword
import re

from latihan.grading.result import Feedback, tell

_BY_MESSAGE: tuple[tuple[str, str], ...] = (
    (r"expected an indented block", "indent_expected"),
    (r"unexpected indent", "indent_unexpected"),
    (r"unindent does not match", "indent_mismatch"),
    (r"expected ':'", "colon_missing"),
    (r"'(?P<found>[(\[{])' was never closed", "bracket_open"),
    (r"unmatched '(?P<found>[)\]}])'", "bracket_unmatched"),
    (r"closing parenthesis '(?P<found>.)' does not match opening parenthesis '(?P<expected>.)'", "bracket_mismatch"),
    (r"unterminated (f-)?(triple-quoted )?(f-)?string literal", "quote_open"),
    (r"invalid syntax. Maybe you meant '=='", "equals_single"),
    (r"Missing parentheses in call to '(?P<found>\w+)'", "parentheses_missing"),
    (r"leading zeros in decimal integer", "leading_zeros"),
    (r"Perhaps you forgot a comma", "comma_missing"),
    (r"cannot assign to", "assignment_reversed"),
    (r"'return' outside function", "return_outside"),
    (r"invalid character '(?P<found>.)'|invalid non-printable character", "character_invalid"),
    (r"invalid decimal literal", "number_invalid"),
)
_NUMBER_WITH_POINTS = re.compile(r"(?<![\w.])\d{1,3}(?:\.\d{3}){2,}(?![\w.])|\bRp\.?\s*\d[\d.]*")
_SIMILAR = {word.lower(): word for word in keyword.kwlist}


def syntax_feedback(error: SyntaxError, source: str) -> Feedback:
    """The shared reply to a syntax error, with the learner's line and, where it helps, what was found."""
    line = error.lineno or 1
    lines = source.splitlines()
    text = lines[line - 1].strip() if 0 < line <= len(lines) else ""
    values: dict[str, object] = {"line": str(line), "code": text, "original": error.msg}
    if isinstance(error, TabError):
        return tell("tabs_mixed", at=line, **values)
    if number := _NUMBER_WITH_POINTS.search(text):
        return tell("number_with_points", at=line, **values, found=number[0])
    if "Maybe you meant '=='" in error.msg and re.match(r"(if|elif|while|assert|return)\b", text):
        return tell("equals_single", at=line, **values)
    for pattern, key in _BY_MESSAGE:
        if match := re.search(pattern, error.msg):
            found = {name: value for name, value in match.groupdict().items() if value}
            if key == "character_invalid" and not found:
                found = {"found": (text or " ")[max(0, (error.offset or 1) - 1) :][:1] or "?"}
            return tell(key, at=line, **values, **found)
    first = re.match(r"\w+", text)
    if first and first[0] not in keyword.kwlist and first[0].lower() in _SIMILAR:
        return tell("keyword_case", at=line, **values, found=first[0], near=_SIMILAR[first[0].lower()])
    return tell("syntax_error", at=line, **values)
