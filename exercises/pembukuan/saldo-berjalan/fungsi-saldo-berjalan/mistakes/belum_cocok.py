def saldo_berjalan(saldo_awal, perubahan):
    saldo = saldo_awal
    daftar = []
    for uang in perubahan:
        saldo = saldo + uang + uang
        daftar.append(saldo)
    return daftar


print(saldo_berjalan(3_275_000, [440_000, -144_000, -52_500]))
