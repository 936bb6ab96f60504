import threading

threading.Thread(target=print).start()


def jumlah(masuk):
    return sum(masuk)
