def jumlah(masuk)
    return sum(masuk)
