"""Amounts as people write them: read in both languages, asked back when in doubt, and formatted.

The rules of reading. The thousand mark is a point in Indonesian and a comma in English; the other is the decimal mark.

- Thousand marks, spaces or underscores count only when they cut off groups of exactly three digits and the first group
  does not start with 0; one kind of mark in a number. `12.50` and `0.45` in Indonesian are asked back.
- In an amount, a decimal mark followed by exactly three digits may be a foreign thousand mark, so `12,500` is asked
  back in Indonesian and `12.500` in English. In a decimal (hectares) the decimal mark is always the decimal mark.
- Two decimal marks, or both marks in the order of the other language (`1,250,000` in Indonesian), are asked back.
- `,00` and `,-` say "no cents"; any other fraction of a rupiah is asked back.
- `rb`, `ribu`, `k` are thousands, `jt`, `juta` millions, `miliar` thousand millions; a bare `M` means different
  things in the two languages and is asked back.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

Language = Literal["id", "en"]
DoubtKind = Literal["empty", "letters", "formula", "ambiguous", "fraction", "too_long", "negative_zero"]

MAX_DIGITS = 15


@dataclass(frozen=True, slots=True)
class Doubt:
    """Why a text was not read; `readings` are the candidate numbers of an ambiguous one: two or more, or none."""

    kind: DoubtKind
    text: str
    readings: tuple[int | Decimal, ...] = ()


def read_rupiah(text: str, language: Language) -> int | Doubt:
    """Whole rupiah (or a count) as a person of this language writes them, or the doubt to ask back. Never raises."""
    found = _read(text, language, whole=True)
    return found if isinstance(found, Doubt) else int(found)


def read_decimal(text: str, language: Language) -> Decimal | Doubt:
    """A decimal number such as hectares: comma in Indonesian, point in English. Never raises."""
    return _read(text, language, whole=False)


def format_rupiah(amount: int, language: Language, symbol: bool = True) -> str:
    """`Rp1.250.000` in Indonesian, `Rp1,250,000` in English; a negative amount is `-Rp50.000`."""
    sign = "-" if amount < 0 else ""
    return f"{sign}{'Rp' if symbol else ''}{format_number(abs(amount), language)}"


def format_number(amount: int | Decimal, language: Language) -> str:
    """A number with the thousand marks of the language and no currency."""
    if isinstance(amount, Decimal):
        return format_decimal(amount, language)
    return _with_marks(f"{amount:,}", language)


def format_decimal(value: Decimal, language: Language) -> str:
    """Every digit that the value has, `1.20` included; Python's notation where there are too many to read."""
    exponent = value.as_tuple().exponent
    if not isinstance(exponent, int) or value.adjusted() > 2 * MAX_DIGITS or exponent < -2 * MAX_DIGITS:
        return str(value)
    return _with_marks(f"{abs(value) if value == 0 else value:,f}", language)


def _with_marks(english: str, language: Language) -> str:
    return english if language == "en" else english.translate(str.maketrans(",.", ".,"))


_DECIMAL_MARK: dict[Language, str] = {"id": ",", "en": "."}
_SCALES = {
    **dict.fromkeys(("rb", "ribu", "k", "thousand"), 1_000),
    **dict.fromkeys(("jt", "juta", "million"), 1_000_000),
    **dict.fromkeys(("miliar", "milyar", "billion"), 1_000_000_000),
}
_CURRENCY = r"(?:rp\.?|idr)"
_NUMBER = re.compile(
    rf"(?P<sign>[-+]?) ?{_CURRENCY}? ?(?P<inner>[-+]?) ?(?P<body>\d[\d., _]*?) ?"
    rf"(?P<scale>{'|'.join(_SCALES)})?(?(scale)\.?)"
    r"(?P<cents> ?[.,](?:-{1,2}|=))?(?P<trailing> ?-)?(?: ?(?:rupiah|idr))?",
    re.IGNORECASE | re.ASCII,
)
_PARENTHESES = re.compile(rf"(?P<currency>{_CURRENCY})? ?\((?P<inside>[^()+-]*)\)", re.IGNORECASE | re.ASCII)
_DATE = re.compile(r"\d{1,4}([-/])\d{1,2}\1\d{1,4}")
_FORMULA = re.compile(r"^[=@]|[\w)] ?[+*/×÷^@] ?[\w(]|[\d)] ?[-x] ?[\d(]", re.IGNORECASE)
_NOTHING = re.compile(rf"-?|{_CURRENCY} ?-?", re.IGNORECASE | re.ASCII)
_DASHES = "−–—‐‑‒―﹣－"
_INVISIBLE = "\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"


def _read(text: str, language: Language, *, whole: bool) -> Decimal | Doubt:
    plain = _fold(text)
    if _NOTHING.fullmatch(plain):
        return Doubt("empty", text)
    negative = False
    if boxed := _PARENTHESES.fullmatch(plain):
        plain, negative = f"{boxed['currency'] or ''}{boxed['inside'].strip()}", True
    found = _NUMBER.fullmatch(plain)
    if found is None:
        return Doubt(_kind_of(plain), text)
    if found["sign"] and found["inner"]:
        return Doubt("ambiguous", text)
    if sum(character.isdigit() for character in found["body"]) > MAX_DIGITS:
        return Doubt("too_long", text)
    negative ^= "-" in (found["sign"], found["inner"])
    scale = _SCALES[found["scale"].lower()] if found["scale"] else 1
    value = _number(found["body"], language, whole=whole, scaled=scale > 1)
    readings = value if isinstance(value, tuple) else (value,)
    if found["trailing"] and len(readings) == 1:
        readings = (readings[0], -readings[0])  # a minus behind may also be what is left of `,-`
    amounts = tuple(_plain(-reading * scale if negative else reading * scale) for reading in readings)
    if len(amounts) != 1:
        return Doubt("ambiguous", text, amounts if len(set(amounts)) > 1 else ())
    amount = Decimal(amounts[0])
    if amount == 0 and negative:
        return Doubt("negative_zero", text)
    if abs(amount) >= 10**MAX_DIGITS:
        return Doubt("too_long", text)
    if whole and amount != amount.to_integral_value():
        return Doubt("fraction", text)
    return amount


def _fold(text: str) -> str:
    """One kind of digit, minus and space; marks that nobody sees are dropped, a line break inside is kept."""
    folded: list[str] = []
    for character in text.strip():
        if character in _INVISIBLE:
            continue
        if character in _DASHES:
            folded.append("-")
        elif character == "\t" or unicodedata.category(character) == "Zs":
            folded.append(" ")
        else:
            digit = unicodedata.decimal(character, None)
            folded.append(character if digit is None else str(digit))
    return re.sub(" +", " ", "".join(folded)).strip()


def _number(body: str, language: Language, *, whole: bool, scaled: bool) -> Decimal | tuple[Decimal, ...]:
    """The one value of digits and marks, or the candidates of an ambiguous text (two or more, or none)."""
    left, *rest = body.split(_DECIMAL_MARK[language])
    if len(rest) > 1 or (rest and not rest[0].isdigit()):
        return ()
    groups = re.split(r"[., _]", left)
    kinds = set(re.sub(r"\d", "", left))
    if not all(groups) or len(kinds) > 1:
        return ()
    grouped = len(groups[0]) <= 3 and not groups[0].startswith("0") and all(len(group) == 3 for group in groups[1:])
    if len(groups) > 1 and not grouped:
        return () if rest or len(groups) > 2 else _badly_cut(groups[0], groups[1], fractional=not whole or scaled)
    joined = "".join(groups)
    if not rest:
        return Decimal(joined)
    exact = Decimal(f"{joined}.{rest[0]}")
    if whole and grouped and len(rest[0]) == 3:
        return Decimal(joined + rest[0]), exact
    if whole and not scaled and len(rest[0]) != 2 and exact == exact.to_integral_value():
        return ()
    return exact


def _badly_cut(left: str, right: str, *, fractional: bool) -> tuple[Decimal, ...]:
    """`12.50`: a mark in the wrong place, a zero forgotten; where fractions are usual, the other decimal mark."""
    joined = Decimal(left + right)
    if fractional:
        return Decimal(f"{left}.{right}"), joined
    return (joined, Decimal(left + right.ljust(3, "0"))) if len(right) < 3 and not left.startswith("0") else ()


def _plain(value: Decimal) -> int | Decimal:
    return int(value) if value == value.to_integral_value() else value.normalize()


def _kind_of(plain: str) -> DoubtKind:
    if _DATE.fullmatch(plain):
        return "letters"
    if _FORMULA.search(plain):
        return "formula"
    return "ambiguous" if re.fullmatch(r"(?=\D*\d)[\d.,_()\s+-]*", plain) else "letters"
