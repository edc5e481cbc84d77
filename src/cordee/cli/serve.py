"""`cordee serve`: prepare the database and the files, then run the site, its jobs and its clock until told to stop."""

import os
import sys
from typing import Annotated

import typer

from cordee.cli.ports import is_free
from cordee.words import tell

PORT_IS_BUSY = 3

Demo = Annotated[
    bool, typer.Option("--demo", help=tell("Remplit un espace de démonstration.", "Fills a demonstration space."))
]
Port = Annotated[int, typer.Option(min=1, max=65535, help=tell("Port d’écoute.", "Port to listen on."))]
Host = Annotated[str, typer.Option(help=tell("Adresse d’écoute.", "Address to listen on."))]
Workers = Annotated[int, typer.Option(min=1, max=64, help=tell("Processus qui répondent.", "Processes that answer."))]


def register(app: typer.Typer) -> None:
    """Add `serve` to the command line."""
    summary = tell(
        "Prépare la base, charge les packs, puis sert le site jusqu’à Ctrl-C.",
        "Prepares the database, loads the packs, then serves the site until Ctrl-C.",
    )
    app.command("serve", help=summary)(serve)


def serve(demo: Demo = False, port: Port = 8000, host: Host = "127.0.0.1", workers: Workers = 2) -> None:
    """Serve the site on this machine until Ctrl-C or SIGTERM."""
    if not is_free(host, port):
        typer.echo(_busy(host, port), err=True)
        raise typer.Exit(PORT_IS_BUSY)
    _describe_site(host, port)
    from cordee.cli.preparation import NotReady, prepare

    try:
        prepare(demo=demo)
    except NotReady as reason:
        typer.echo(f"✗ {reason}", err=True)
        raise typer.Exit(1) from None
    # Only now: the clock needs Django's tables to be known.
    from cordee.cli.running import run_site

    raise typer.Exit(run_site(host, port, workers))


def _describe_site(host: str, port: int) -> None:
    """Tell the processes of the site where it is and how to count, unless the environment already does."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "cordee.config.settings")
    if host in ("127.0.0.1", "localhost", "::1"):
        os.environ.setdefault("CORDEE_PUBLIC_URL", f"http://{_in_address(host)}:{port}")
    # Matrices are small: more than one thread a product slows a busy site down (docs/performance.md).
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    sys.stdout.reconfigure(line_buffering=True)  # type: ignore[union-attr]


def _in_address(host: str) -> str:
    return f"[{host}]" if ":" in host else host


def _busy(host: str, port: int) -> str:
    return tell(
        f"Le port {port} de {host} est déjà pris par un autre programme. Arrêtez-le, ou choisissez un autre port : "
        f"--port {port + 1}",
        f"Port {port} on {host} is already used by another program. Stop it, or choose another port: --port {port + 1}",
    )
