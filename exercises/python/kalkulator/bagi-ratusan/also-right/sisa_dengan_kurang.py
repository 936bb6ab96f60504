angsuran = 233_300
tiap_orang = angsuran // 4 // 100 * 100
sisa = angsuran - 4 * tiap_orang
print(tiap_orang, sisa)
