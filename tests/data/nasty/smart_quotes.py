print(“saldo”)


def jumlah(masuk):
    return sum(masuk)
