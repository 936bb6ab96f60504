angsuran = 233_300
tiap_orang, sisa = angsuran // 400 * 100, angsuran // 100 % 4 * 100
print(tiap_orang, sisa)
