def jumlah(masuk):
    print(sum(masuk))
