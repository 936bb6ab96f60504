def jumlah(masuk):
    return sum(masuk)


besar = 10 ** 10**8
