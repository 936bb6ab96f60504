def jumlah(masuk):
    return 10**5000


print(jumlah([1]))
