"""The sum of a column, as a function."""

from latihan.grading import tell


def semua_dijumlahkan(program):
    hasil = program.call("jumlah", [100_000, 5_000])
    if hasil == 100_000:
        return tell("yang_pertama", hasil=hasil)
    if hasil != 105_000:
        return tell("bukan_itu", hasil=hasil)
