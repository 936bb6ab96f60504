def saldo_berjalan(saldo_awal, perubahan):
    return [saldo_awal := saldo_awal + uang for uang in perubahan]
