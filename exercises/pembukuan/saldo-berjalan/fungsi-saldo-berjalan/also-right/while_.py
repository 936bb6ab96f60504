def saldo_berjalan(saldo_awal, perubahan):
    daftar = [saldo_awal]
    i = 0
    while i < len(perubahan):
        daftar.append(daftar[-1] + perubahan[i])
        i += 1
    return daftar[1:]
