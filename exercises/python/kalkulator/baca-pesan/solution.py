kas = 3_275_000
print(kas)
