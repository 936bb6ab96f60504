from decimal import Decimal
from numbers import Real

from latihan.grading import tell

CASH = 3_275_000


def sebuah_angka(program):
    got = program.value("kas")
    if isinstance(got, str):
        return tell("teks", hasil=got)
    if isinstance(got, tuple):
        return tell("koma", hasil=got)
    if isinstance(got, bool) or not isinstance(got, Real | Decimal):
        return tell("bukan_angka", hasil=got)


def sama_dengan_buku(program):
    got = program.value("kas")
    if got == CASH:
        return None
    if got in (3.275, Decimal("3.275")):
        return tell("desimal", hasil=got)
    if any(got * 10**noughts == CASH or got == CASH * 10**noughts for noughts in (1, 2, 3)):
        return tell("nol_berbeda", hasil=got)
    return tell("angka_lain", hasil=got)


def tercetak(program):
    if not program.output.strip():
        return tell("tidak_dicetak")
