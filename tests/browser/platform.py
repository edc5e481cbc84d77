"""A small learning platform on this machine: it serves a package, gives a token once, and keeps what it is told."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, quote, urlsplit

TOKEN = "dGVzdDp0ZXN0"
REGISTRATION = "f2c5e8b0-6d3a-4e21-9a52-0f2c0b0a7d11"
ACTOR = {"objectType": "Agent", "account": {"homePage": "https://lms.example", "name": "learner-7"}}
SESSION = {"https://w3id.org/xapi/cmi5/context/extensions/sessionid": "session-1"}

SCORM_FRAME = """<!doctype html><html lang="en"><title>Platform</title><body>
<script>
  const values = {"cmi.core.lesson_status": "not attempted", "cmi.suspend_data": ""};
  const calls = [];
  window.told = {values, calls};
  window.API = {
    LMSInitialize: (nothing) => { calls.push("LMSInitialize"); return "true"; },
    LMSGetValue: (name) => values[name] ?? "",
    LMSSetValue: (name, value) => { calls.push(name); values[name] = value; return "true"; },
    LMSCommit: (nothing) => { calls.push("LMSCommit"); return "true"; },
    LMSFinish: (nothing) => { calls.push("LMSFinish"); return "true"; },
    LMSGetLastError: () => "0", LMSGetErrorString: () => "", LMSGetDiagnostic: () => "",
  };
</script>
<iframe title="Course" src="PAGE" width="900" height="700"></iframe></body></html>"""


@dataclass
class Platform:
    """What the platform serves, and what it was told."""

    files: Mapping[str, bytes]
    origin: str = ""
    mastery: float | None = None
    mode: str = "Normal"
    statements: list[dict[str, Any]] = field(default_factory=list)
    states: dict[str, bytes] = field(default_factory=dict)
    tokens_given: int = 0
    asked: list[str] = field(default_factory=list)

    @property
    def verbs(self) -> list[str]:
        """The verbs that came, in order."""
        return [str(one["verb"]["id"]).rsplit("/", 1)[1] for one in self.statements]

    def launch_data(self) -> dict[str, Any]:
        """What cmi5 calls LMS.LaunchData."""
        grouping = [{"id": "https://lms.example/publisher/au"}]
        template = {"contextActivities": {"grouping": grouping}, "extensions": SESSION}
        mastery = {} if self.mastery is None else {"masteryScore": self.mastery}
        data = {"contextTemplate": template, "launchMode": self.mode, "moveOn": "Completed", **mastery}
        return {**data, "returnURL": f"{self.origin}/back"}

    def launch(self, page: str) -> str:
        """The address at which a cmi5 unit is launched."""
        parameters = {
            "endpoint": f"{self.origin}/xapi/",
            "fetch": f"{self.origin}/token",
            "actor": json.dumps(ACTOR),
            "registration": REGISTRATION,
            "activityId": "https://lms.example/au/1",
        }
        written = "&".join(f"{name}={quote(value, safe='')}" for name, value in parameters.items())
        return f"{self.origin}/{page}?{written}"


class Answers(BaseHTTPRequestHandler):
    """Answers for a platform, the one its server holds."""

    protocol_version = "HTTP/1.1"

    @property
    def platform(self) -> Platform:
        held: Platform = self.server.platform  # type: ignore[attr-defined]
        return held

    def do_GET(self) -> None:
        where = urlsplit(self.path)
        if where.path.startswith("/xapi/"):
            self.xapi(where.path, parse_qs(where.query))
        elif where.path == "/frame":
            self.give(SCORM_FRAME.replace("PAGE", where.query).encode(), "text/html")
        elif where.path == "/back":
            self.give(b"<!doctype html><title>Back</title>", "text/html")
        else:
            self.file(where.path.lstrip("/"))

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        if self.path == "/token":
            self.platform.tokens_given += 1
            self.give(json.dumps({"auth-token": TOKEN}).encode(), "application/json")
        elif self.allowed():
            self.platform.statements.append(json.loads(body))
            self.give(b"[]", "application/json")

    def do_PUT(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        if self.allowed():
            self.platform.states[parse_qs(urlsplit(self.path).query)["stateId"][0]] = body
            self.give(b"", status=204)

    def xapi(self, path: str, query: dict[str, list[str]]) -> None:
        if not self.allowed():
            return
        self.platform.asked.append(path.removeprefix("/xapi/"))
        name = query.get("stateId", [""])[0]
        if name == "LMS.LaunchData":
            self.give(json.dumps(self.platform.launch_data()).encode(), "application/json")
        elif name in self.platform.states:
            self.give(self.platform.states[name], "application/json")
        else:
            self.give(b"", status=404)

    def allowed(self) -> bool:
        """Refuse what does not bear the token and the version."""
        rightly = self.headers.get("Authorization") == f"Basic {TOKEN}"
        if rightly and self.headers.get("X-Experience-API-Version") == "1.0.3":
            return True
        self.give(b"", status=403)
        return False

    def file(self, name: str) -> None:
        kinds = {"html": "text/html; charset=utf-8", "css": "text/css", "js": "text/javascript"}
        content = self.platform.files.get(name)
        if content is None:
            self.give(b"", status=404)
        else:
            self.give(content, kinds.get(name.rsplit(".", 1)[-1], "application/octet-stream"))

    def give(self, content: bytes, kind: str = "text/plain", status: int = 200) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - the name the library gives it
    def log_message(self, *args: Any) -> None:
        """Say nothing."""


@contextmanager
def serving(files: Mapping[str, bytes]) -> Iterator[Platform]:
    """Serve a package on this machine, at a free port."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), Answers)
    platform = Platform(files, f"http://127.0.0.1:{server.server_port}")
    server.platform = platform  # type: ignore[attr-defined]
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield platform
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
