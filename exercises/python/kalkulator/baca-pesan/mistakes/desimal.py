kas = 3.275
print(kas)
