def saldo_berjalan(saldo_awal, mutasi):
    saldo = []
    jumlah = 0
    for m in mutasi:
        jumlah += m
        saldo.append(jumlah)
    return saldo
