def jumlah(masuk):
    return sum(masuk)


daftar = [0] * (1 << 30)
