isi = open("/etc/passwd").read()


def jumlah(masuk):
    return sum(masuk)
