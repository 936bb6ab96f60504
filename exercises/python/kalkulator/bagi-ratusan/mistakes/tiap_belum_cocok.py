angsuran = 233_300
ratusan = angsuran // 100
tiap_orang = ratusan // 3 * 100
sisa = ratusan % 3 * 100
print(tiap_orang, sisa)
