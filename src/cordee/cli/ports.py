"""Whether a port can be listened on, and whether something answers there."""

import socket


def is_free(host: str, port: int) -> bool:
    """Say whether this process could listen on the port now.

    Asked before starting: the server shares its port between its own processes, so that a second
    server on the same port would start without a word and take half of the visitors.
    """
    with socket.socket(_family(host), socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
            probe.listen(1)
        except OSError:
            return False
    return True


def answers(host: str, port: int) -> bool:
    """Say whether something accepts connections on the port."""
    with socket.socket(_family(host), socket.SOCK_STREAM) as probe:
        probe.settimeout(1)
        return probe.connect_ex((_reachable(host), port)) == 0


def _family(host: str) -> socket.AddressFamily:
    return socket.AF_INET6 if ":" in host else socket.AF_INET


def _reachable(host: str) -> str:
    """An address that means « all of them » is reached through the machine's own."""
    return {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(host, host)  # noqa: S104
