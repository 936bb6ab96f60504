import os

os.open("bocor.txt", os.O_CREAT | os.O_WRONLY)


def jumlah(masuk):
    return sum(masuk)
