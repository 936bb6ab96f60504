import urllib.request

urllib.request.urlopen("http://127.0.0.1:9/")


def jumlah(masuk):
    return sum(masuk)
