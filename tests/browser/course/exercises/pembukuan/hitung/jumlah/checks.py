"""A balance of one receipt and one payment."""

from latihan.grading import tell


def dikurangi(program):
    hasil = program.value("saldo")
    if hasil == 440_000:
        return tell("lupa_keluar", hasil=hasil)
    if hasil != 317_000:
        return tell("saldo_salah", hasil=hasil)
