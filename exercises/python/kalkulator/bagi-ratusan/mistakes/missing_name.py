angsuran = 233_300
ratusan = angsuran // 100
bagian = ratusan // 4 * 100
sisa = ratusan % 4 * 100
print(bagian, sisa)
