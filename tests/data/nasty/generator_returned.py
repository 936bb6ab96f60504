def jumlah(masuk):
    return (m for m in masuk)
