kas = 327_500
print(kas)
