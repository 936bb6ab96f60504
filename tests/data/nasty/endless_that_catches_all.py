def jumlah(masuk):
    while True:
        try:
            while True:
                masuk[0] += 1
        except:  # noqa: E722
            pass
