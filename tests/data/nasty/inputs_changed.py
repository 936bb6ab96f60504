def jumlah(masuk):
    total = 0
    while masuk:
        total += masuk.pop()
    return total
