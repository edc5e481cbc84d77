"""Dispatch `bin/serve`, `bin/test`, `bin/pin` and `bin/typography` to their module."""

import signal
import sys
from pathlib import Path

BIN = Path(__file__).resolve().parents[1]
sys.dont_write_bytecode = True
sys.path[:0] = [str(BIN), str(BIN.parent / "src")]


def main() -> int:
    """Run the command named first, with the other arguments."""
    command, *arguments = sys.argv[1:]
    # Asked to end, leave through the doors: what was started is stopped on the way out.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    try:
        return _run(command, arguments)
    except KeyboardInterrupt:
        return 130


def _run(command: str, arguments: list[str]) -> int:
    """Import only what the command needs: a fresh machine has nothing but Python."""
    if command == "serve":
        from house.serving import serve

        return serve(arguments)
    if command == "test":
        from house.checks import check

        return check(arguments)
    if command == "pin":
        from house.pins import pin

        return pin(arguments)
    from house.texts import typography

    return typography(arguments)


if __name__ == "__main__":
    raise SystemExit(main())
