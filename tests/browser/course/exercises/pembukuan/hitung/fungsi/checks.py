"""Running balance as a function."""

from latihan.grading import tell


def saldo_awal_ikut(program):
    hasil = program.call("saldo_berjalan", 100_000, [5_000, -2_000])
    if hasil == [5_000, 3_000]:
        return tell("saldo_awal_lupa", hasil=hasil[0], awal=100_000)
    if hasil != [105_000, 103_000]:
        return tell("bukan_itu", hasil=hasil)
