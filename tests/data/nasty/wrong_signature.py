def jumlah(masuk, keluar):
    return sum(masuk)
