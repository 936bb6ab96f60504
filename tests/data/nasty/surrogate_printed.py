def jumlah(masuk):
    return "\ud800"


print(jumlah([1]))
