import asyncio


async def hitung(masuk):
    await asyncio.sleep(0)
    return sum(masuk)


def jumlah(masuk):
    return asyncio.run(hitung(masuk))
