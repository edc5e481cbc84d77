"""Commands run as `python -m django NAME`."""
