"""The command `cordee`: each subcommand is a module of its own, imported only when it is called."""

import sys
from importlib import import_module
from typing import Annotated

import typer

from cordee.words import tell

SUBCOMMANDS = {
    "serve": "cordee.cli.serve",
    "score": "cordee.cli.score",
    "pack": "cordee.cli.pack",
    "survey": "cordee.cli.survey",
}
"""Subcommand → module. The module has `register(app)`, which adds its command to the application.

`cordee score` must answer in two seconds, start included: it never pays for Django, which only `serve` needs.
"""


def main() -> None:
    """Run the subcommand that the command line names."""
    application(sys.argv[1:])()


def application(arguments: list[str]) -> typer.Typer:
    """Build the command line with the one subcommand that is called, or with all of them to list them."""
    app = typer.Typer(
        no_args_is_help=True,
        add_completion=False,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        help=tell(
            "Cordée : savoir où en est une alliance, évaluer ce qu’elle change, apprendre des autres.",
            "Cordée: know where an alliance stands, evaluate what it changes, learn from others.",
        ),
    )
    app.callback()(_choose)
    for module in _needed(arguments):
        import_module(module).register(app)
    return app


def _needed(arguments: list[str]) -> list[str]:
    called = arguments[0] if arguments else ""
    return [SUBCOMMANDS[called]] if called in SUBCOMMANDS else list(SUBCOMMANDS.values())


def _show_version(asked: bool) -> None:
    if asked:
        from cordee import __version__

        typer.echo(__version__)
        raise typer.Exit


Version = Annotated[
    bool,
    typer.Option(
        "--version", callback=_show_version, is_eager=True, help=tell("Version, puis fin.", "Version, then stop.")
    ),
]


def _choose(version: Version = False) -> None:
    """Answer to --version; a subcommand does the rest."""
