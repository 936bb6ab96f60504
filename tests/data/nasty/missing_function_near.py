def Jumlah(masuk):
    return sum(masuk)
