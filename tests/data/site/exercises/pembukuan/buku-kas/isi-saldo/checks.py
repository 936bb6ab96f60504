from latihan.grading import tell


def sisi(table):
    if table.text(2, "sisi") == "keluar":
        return tell("sisi_tertukar", at=(2, "sisi"))


def saldo(table):
    if table.amount(2, "saldo") == table.amount(2, "jumlah"):
        return tell("saldo_awal_lupa", at=(2, "saldo"), hasil=table.amount(2, "saldo"))
