def saldo_berjalan(saldo_awal, mutasi):
    saldo = []
    return saldo
