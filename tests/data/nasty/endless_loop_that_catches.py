def jumlah(masuk):
    while True:
        try:
            masuk.index(-1)
        except Exception:
            pass


print(jumlah([100, 200]))
