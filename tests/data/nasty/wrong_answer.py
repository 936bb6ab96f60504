def jumlah(masuk):
    return masuk[0]
