from latihan.grading import tell


def saldo_pertama(table):
    got, opening, money_in = table.amount(2, "saldo"), table.amount(1, "saldo"), table.amount(2, "masuk")
    if got == money_in:
        return tell("saldo_awal_lupa", at=(2, "saldo"), hasil=got, saldo_awal=opening)
    if got == opening:
        return tell("saldo_tidak_berubah", at=(2, "saldo"), hasil=got, masuk=money_in)


def saldo_kedua(table):
    got, before, money_out = table.amount(3, "saldo"), table.amount(2, "saldo"), table.amount(3, "keluar")
    if got == before + money_out:
        return tell("keluar_ditambahkan", at=(3, "saldo"), hasil=got, keluar=money_out)
    if got == money_out:
        return tell("hanya_uang_keluar", at=(3, "saldo"), hasil=got)
