pagi = 3_275_000
sore = pagi
sore += 22 * 20_000
sore -= 18 * 8_000
print(sore)
