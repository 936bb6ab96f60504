from latihan.grading import tell


def baris_pertama_yang_keliru(table):
    opening = table.amount(1, "saldo")
    carried = {-opening}
    for row in range(2, table.rows + 1):
        before, got = table.amount(row - 1, "saldo"), table.amount(row, "saldo")
        money_in, money_out = _money(table, row, "masuk"), _money(table, row, "keluar")
        expected = before + money_in - money_out
        if got != expected:
            key = _diagnosis(row, opening, before, money_in, money_out, got, carried)
            values = {"sebelum": before, "masuk": money_in, "keluar": money_out, "saldo_awal": opening}
            return tell(key, at=(row, "saldo"), baris=row, hasil=got, **values)
        amount = money_in - money_out
        carried |= {-amount, -2 * amount}


def _diagnosis(row, opening, before, money_in, money_out, got, carried):
    expected = before + money_in - money_out
    if row == 2 and got == money_in - money_out:
        return "saldo_awal_lupa"
    if got == before:
        return "baris_dilewati"
    if got == before + money_out and money_out:
        return "keluar_ditambahkan"
    if got == before - money_in and money_in:
        return "masuk_dikurangkan"
    if got == opening + money_in - money_out:
        return "kembali_ke_saldo_awal"
    if got - expected in carried:
        return "masih_terbawa"
    if sorted(str(got)) == sorted(str(expected)):
        return "angka_tertukar"
    if got == 10 * expected or 10 * got == expected:
        return "jumlah_nol"
    return "hitung_lagi"


def _money(table, row, column):
    return int(table.text(row, column) or 0)
