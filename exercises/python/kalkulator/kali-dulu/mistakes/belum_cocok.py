pagi = 3_275_000
sore = pagi + 22 * 20_000 - 19 * 8_000
print(sore)
