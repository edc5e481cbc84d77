"""Run the command line with `python -m cordee`."""

from cordee.cli import main

main()
