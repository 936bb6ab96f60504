import ast
import re

from latihan.grading import tell

OPENING, MONEY_IN, MONEY_OUT = 3_275_000, 440_000, 144_000


def tercetak(program):
    if not program.output.strip():
        return tell("tidak_dicetak")


def dihitung(program):
    plain = re.sub(r"(?<=\d)[_.,](?=\d{3})", "", program.output)
    printed = [int(number) for number in re.findall(r"-?\d+", plain)][-3:]
    if [OPENING, MONEY_IN] == printed[:2] and len(printed) == 3 and "+" in program.output:
        return tell("dalam_kutip", hasil=program.output.strip())
    last = printed[-1] if printed else None
    if last == OPENING + MONEY_IN - MONEY_OUT:
        return None
    if last == OPENING + MONEY_IN:
        return tell("belum_dikurangi", hasil=last)
    if last == OPENING + MONEY_IN + MONEY_OUT:
        return tell("keluar_ditambahkan", hasil=last)
    return tell("lain_dari_buku", hasil=program.output.strip())


def bukan_angka_jadi(program):
    written = {node.value for node in ast.walk(program.tree) if isinstance(node, ast.Constant)}
    if OPENING + MONEY_IN - MONEY_OUT in written and not {MONEY_OUT, -MONEY_OUT} & written:
        return tell("hasil_diketik", hasil=OPENING + MONEY_IN - MONEY_OUT)
