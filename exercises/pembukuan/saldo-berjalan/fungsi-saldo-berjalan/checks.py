from itertools import accumulate

from latihan.grading import tell

OPENING = 3_275_000
CHANGES = [440_000, -144_000, -52_500]
BALANCES = [3_715_000, 3_571_000, 3_518_500]
OTHERS = [
    (2_839_200, [250_000, 22_500, 20_000, 440_000, -168_000]),
    (0, [150_000, -150_000, 60_000]),
    (649_700, []),
]


def daftar(program):
    return _no_list(program.call("saldo_berjalan", OPENING, CHANGES))


def tiga_baris(program):
    got = list(program.call("saldo_berjalan", OPENING, CHANGES))
    if got == BALANCES:
        return None
    if slip := _too_long(got, OPENING, BALANCES):
        return slip
    for key, slip in _slips():
        if got == slip:
            return tell(key, hasil=got, saldo_awal=OPENING)
    return tell("belum_cocok", hasil=got, saldo_awal=OPENING, perubahan=CHANGES)


def angka_lain(program):
    for opening, changes in OTHERS:
        right = list(accumulate(changes, initial=opening))[1:]
        got = program.call("saldo_berjalan", opening, changes)
        if slip := _no_list(got):
            return slip
        got = list(got)
        if slip := _too_long(got, opening, right):
            return slip
        if got != right:
            return tell("hanya_contoh", saldo_awal=opening, perubahan=changes, hasil=got)


def _no_list(got):
    if isinstance(got, int | float) and not isinstance(got, bool):
        return tell("hanya_saldo_akhir", hasil=got)
    if not isinstance(got, list | tuple):
        return tell("bukan_daftar", jenis=type(got).__name__)


def _too_long(got, opening, right):
    if len(got) > len(right) and got[len(got) - len(right) :] == right:
        key = "saldo_awal_ikut" if got == [opening, *right] else "daftar_di_luar"
        return tell(key, banyak=len(got), baris=len(right))


def _slips():
    yield "saldo_tetap", [OPENING] * len(CHANGES)
    yield "dicatat_terlalu_awal", [OPENING, *BALANCES[:-1]]
    yield "mulai_lagi", [OPENING + change for change in CHANGES]
    yield "hanya_perubahan", CHANGES
    yield "saldo_awal_lupa", list(accumulate(CHANGES))
    yield "tanda_terbalik", list(accumulate((-change for change in CHANGES), initial=OPENING))[1:]
    yield "return_di_dalam", BALANCES[:1]
    yield "append_di_luar", BALANCES[-1:]
