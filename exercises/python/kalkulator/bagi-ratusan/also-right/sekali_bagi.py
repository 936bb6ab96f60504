angsuran = 233_300
tiap_orang = angsuran // 400 * 100
sisa = angsuran % 400
print(tiap_orang, sisa)
