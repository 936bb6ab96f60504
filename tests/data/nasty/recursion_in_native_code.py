def jumlah(masuk):
    sarang = []
    for _ in range(100_000):
        sarang = [sarang]
    return len(repr(sarang))


print(jumlah([1, 2]))
