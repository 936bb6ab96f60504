def jumlah(masuk):
    total = "0"
    for m in masuk:
        total = total + m
    return total
