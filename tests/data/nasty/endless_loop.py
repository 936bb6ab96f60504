def jumlah(masuk):
    total = 0
    while True:
        total += 1
    return total


print(jumlah([100, 200]))
