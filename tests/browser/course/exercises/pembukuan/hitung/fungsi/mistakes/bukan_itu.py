def saldo_berjalan(saldo_awal, mutasi):
    return [saldo_awal]
