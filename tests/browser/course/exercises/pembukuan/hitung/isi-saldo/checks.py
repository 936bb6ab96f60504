"""Balance of two rows."""

from latihan.grading import tell


def iuran_menambah(table):
    hasil = table.amount(2, "saldo")
    if hasil == 50_000:
        return tell("dikurangi", at=(2, "saldo"), hasil=hasil)


def saldo_berjalan(table):
    hasil = table.amount(3, "saldo")
    if hasil == 70_000:
        return tell("tidak_berjalan", at=(3, "saldo"), hasil=hasil)
