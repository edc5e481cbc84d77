"""A port is free, taken, or answering: each is told apart before the site starts."""

import socket
from collections.abc import Iterator

import pytest

from cordee.cli.ports import answers, is_free


@pytest.fixture
def listener() -> Iterator[socket.socket]:
    with socket.socket() as opened:
        opened.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)
        opened.bind(("127.0.0.1", 0))
        opened.listen()
        yield opened


def test_a_port_somebody_listens_on_is_not_free(listener: socket.socket) -> None:
    """Even when the listener is willing to share it, as the server is with its own processes."""
    port = listener.getsockname()[1]
    assert not is_free("127.0.0.1", port)
    assert answers("127.0.0.1", port)
    assert answers("0.0.0.0", port), "listening everywhere is reached through the machine's own address"


def test_a_port_is_free_again_afterwards(listener: socket.socket) -> None:
    port = listener.getsockname()[1]
    listener.close()
    assert is_free("127.0.0.1", port)
    assert not answers("127.0.0.1", port)


def test_an_address_that_is_not_ours_is_not_free() -> None:
    assert not is_free("203.0.113.1", 8000)
