print("<script>alert(1)</script><b>Rp300</b> & \u202e")


def jumlah(masuk):
    return "<img src=x onerror=alert(1)>"
