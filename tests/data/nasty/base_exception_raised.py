class Selesai(BaseException):
    pass


def jumlah(masuk):
    raise Selesai("habis")
