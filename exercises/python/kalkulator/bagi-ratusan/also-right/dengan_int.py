angsuran = 233_300
tiap_orang = int(angsuran / 400) * 100
sisa = angsuran - tiap_orang * 4
print(tiap_orang, sisa)
