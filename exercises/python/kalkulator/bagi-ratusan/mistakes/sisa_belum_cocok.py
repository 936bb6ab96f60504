angsuran = 233_300
ratusan = angsuran // 100
tiap_orang = ratusan // 4 * 100
sisa = angsuran - tiap_orang
print(tiap_orang, sisa)
