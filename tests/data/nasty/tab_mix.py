def jumlah(masuk):
    total = 0
    for m in masuk:
	total += m
    return total
