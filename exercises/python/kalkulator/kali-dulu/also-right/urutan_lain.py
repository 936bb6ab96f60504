pagi = 3_275_000
sore = 20_000 * 22 - 8_000 * 18 + pagi
print(sore)
