import asyncio

await asyncio.sleep(0)


def jumlah(masuk):
    return sum(masuk)
