import time


def jumlah(masuk):
    time.sleep(10**6)
