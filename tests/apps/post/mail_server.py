"""A real mail server on this machine, which takes letters, or fails in the way a test asks for."""

import socketserver
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from email import message_from_bytes, policy
from email.message import EmailMessage
from typing import Any


class HangUp(Exception):
    """Cut the line without a word."""


@dataclass
class MailServer:
    """What the server received, and how it behaves at each step of the conversation."""

    port: int = 0
    taken: list[EmailMessage] = field(default_factory=list)
    envelopes: list[tuple[str, str]] = field(default_factory=list)
    conversations: int = 0
    connected: str = "220 here"
    mail: str = "250 ok"
    recipient: str = "250 ok"
    data: str = "354 go on"
    during_data: Callable[[], None] = lambda: None
    before_reply: Callable[[], None] = lambda: None
    taken_reply: str = "250 taken"

    @property
    def settings(self) -> dict[str, Any]:
        """The value of MAIL_SERVER that leads here."""
        place = {"host": "127.0.0.1", "port": self.port, "timeout": 5}
        return {**place, "user": "", "password": "", "security": "none"}


@contextmanager
def running() -> Iterator[MailServer]:
    """Listen on a free port of this machine until the end of the block."""
    state = MailServer()

    class Conversation(socketserver.StreamRequestHandler):
        """One client."""

        def handle(self) -> None:
            state.conversations += 1
            with suppress(HangUp, OSError):
                talk(self, state)

    class Server(socketserver.ThreadingTCPServer):
        """Each client in a thread of its own."""

        allow_reuse_address = True
        daemon_threads = True

    with Server(("127.0.0.1", 0), Conversation) as server:
        state.port = server.server_address[1]
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
        thread.start()
        yield state
        server.shutdown()
        thread.join()


def talk(client: socketserver.StreamRequestHandler, state: MailServer) -> None:
    """Answer each line of a client until it leaves."""

    def say(line: str) -> None:
        client.wfile.write(line.encode() + b"\r\n")

    sender = recipient = ""
    say(state.connected)
    while line := client.rfile.readline().decode().strip():
        verb = line.split()[0].upper()
        if verb in ("EHLO", "HELO"):
            say("250 here")
        elif verb == "MAIL":
            sender = line
            say(state.mail)
        elif verb == "RCPT":
            recipient = line
            say(state.recipient)
        elif verb == "DATA":
            say(state.data)
            if state.data.startswith("354"):
                receive(client, state, (sender, recipient))
                say(state.taken_reply)
        elif verb == "QUIT":
            say("221 bye")
            return
        else:
            say("250 ok")


def receive(client: socketserver.StreamRequestHandler, state: MailServer, envelope: tuple[str, str]) -> None:
    """Read a text up to its dot, and keep it if it is taken."""
    lines = []
    state.during_data()
    while (line := client.rfile.readline()) != b".\r\n":
        if not line:
            raise HangUp
        lines.append(line[1:] if line.startswith(b".") else line)
    if state.taken_reply.startswith("250"):
        state.taken.append(message_from_bytes(b"".join(lines), policy=policy.default))  # type: ignore[arg-type]
        state.envelopes.append(envelope)
    state.before_reply()


def hang_up() -> None:
    """Cut the line."""
    raise HangUp


def wait_for(condition: Callable[[], bool], seconds: float = 10) -> None:
    """Wait until something is true."""
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline, "waited too long"
        time.sleep(0.01)
