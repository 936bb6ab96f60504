def jumlah(masuk):
    return len(masuk)
