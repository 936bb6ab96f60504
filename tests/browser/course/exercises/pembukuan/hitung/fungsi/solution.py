def saldo_berjalan(saldo_awal, mutasi):
    saldo = []
    for jumlah in mutasi:
        saldo_awal = saldo_awal + jumlah
        saldo.append(saldo_awal)
    return saldo
