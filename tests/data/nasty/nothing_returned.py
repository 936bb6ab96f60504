def jumlah(masuk):
    total = sum(masuk)
