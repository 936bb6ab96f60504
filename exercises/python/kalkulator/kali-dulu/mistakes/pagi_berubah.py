pagi = 3_257_000
sore = pagi + 22 * 20_000 - 18 * 8_000
print(sore)
