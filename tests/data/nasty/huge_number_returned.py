def jumlah(masuk):
    return 10**5000
