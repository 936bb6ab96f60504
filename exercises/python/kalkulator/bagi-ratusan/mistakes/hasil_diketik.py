angsuran = 233_300
tiap_orang = 58_300
sisa = 100
print(tiap_orang, sisa)
