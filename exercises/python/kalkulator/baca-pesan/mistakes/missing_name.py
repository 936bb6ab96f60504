uang = 3_275_000
print(uang)
