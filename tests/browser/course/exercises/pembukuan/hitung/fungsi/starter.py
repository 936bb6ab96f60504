def jumlah(masuk):
    return 0
