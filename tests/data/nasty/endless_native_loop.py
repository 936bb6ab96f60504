def jumlah(masuk):
    return sum(iter(int, 1))
