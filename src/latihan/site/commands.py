"""What the commands `build`, `pack` and `serve` do and say."""

from __future__ import annotations

from importlib.metadata import version
from pathlib import Path
from time import monotonic

import click

from latihan.site.build import BuildFailed, build_site
from latihan.site.bundle import PackFailed, pack_site
from latihan.site.serve import PortTaken, check_port, class_server, lan_address, qr_code, serve_author


def pack(project: Path) -> None:
    """Builds the site and packs it into dist/ as a zip that opens from a folder."""
    site = build(project)
    shim = project / "web" / "build" / "search-shim.js"
    if not shim.is_file():
        raise click.ClickException(f"{shim} is missing. Run `npm run build` in the folder web/.")
    try:
        out = pack_site(site, shim.read_bytes(), project / "dist" / f"latihan-{version('latihan')}.zip")
    except PackFailed as error:
        raise click.ClickException(str(error)) from None
    click.echo(f"Packed {out} ({out.stat().st_size / 1e6:.1f} MB).")


def serve(project: Path, port: int, for_class: bool) -> None:
    """Builds the site and serves it: to its author with reload, or to the room's network."""
    host = "0.0.0.0" if for_class else "127.0.0.1"
    try:
        check_port(host, port)
    except PortTaken as error:
        raise click.ClickException(str(error)) from None
    if not for_class:
        click.echo(f"Building, then serving on http://127.0.0.1:{port}/ (Ctrl+C ends it).")
        serve_author(project, port)
        return
    site = build(project)
    address = lan_address()
    if not address:
        raise click.ClickException("This machine is on no network. Join the room's Wi-Fi or open a hotspot.")
    url = f"http://{address}:{port}/"
    click.echo(f"{qr_code(url)}\n{url}\nThe class opens this address (Ctrl+C ends it).")
    server = class_server(site, host, port)
    try:
        server.serve_forever()
    except KeyboardInterrupt:
        click.echo("Ended.")
    finally:
        server.server_close()


def build(project: Path) -> Path:
    """Builds the site into site/ and says how it went."""
    started = monotonic()
    click.echo("Building the site in Indonesian and English …")
    try:
        site = build_site(project)
    except BuildFailed as error:
        raise click.ClickException(str(error)) from None
    pages = sum(1 for _ in site.rglob("*.html"))
    click.echo(f"Built {pages} pages into {site.name}/ in {monotonic() - started:.1f} s.")
    return site
