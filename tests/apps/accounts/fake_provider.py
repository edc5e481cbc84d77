"""An identity provider for tests: a real server on this machine, that signs real tokens, rightly or wrongly."""

from __future__ import annotations

import json
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

import jwt
from cryptography.hazmat.primitives.asymmetric import ec, rsa

CLIENT_ID = "cordee-client"
SECRET = "a secret of this test"


class Provider:
    """What the provider knows and how it misbehaves; `faults` changes the tokens that it signs."""

    def __init__(self) -> None:
        self.keys = {
            "rsa": rsa.generate_private_key(public_exponent=65537, key_size=2048),
            "ec": ec.generate_private_key(ec.SECP256R1()),
            "stranger": rsa.generate_private_key(public_exponent=65537, key_size=2048),
        }
        self.claims: dict[str, Any] = {}
        self.faults: dict[str, Any] = {}
        self.asked: dict[str, str] = {}
        self.tokens: list[dict[str, str]] = []
        self.server = ThreadingHTTPServer(("127.0.0.1", 0), handler_of(self))
        Thread(target=self.server.serve_forever, daemon=True).start()

    @property
    def url(self) -> str:
        """Where it is."""
        return f"http://127.0.0.1:{self.server.server_port}"

    def close(self) -> None:
        """Stop it."""
        self.server.shutdown()
        self.server.server_close()

    def authorise(self, address: str) -> str:
        """Do what a person does at the provider: return the query that leads back."""
        self.asked = {name: values[0] for name, values in parse_qs(urlsplit(address).query).items()}
        return urlencode({"code": "a-code", "state": self.asked["state"]})

    def signed(self, kind: str, **claims: Any) -> str:
        """Sign a token, as the faults say for this kind of token."""
        now = int(time.time())
        content = {"iss": self.url, "aud": CLIENT_ID, "iat": now, "exp": now + 60, **claims}
        wrong = self.faults.get(kind, {})
        content.update(wrong.get("claims", {}))
        for name in wrong.get("without", ()):
            content.pop(name, None)
        if wrong.get("unsigned"):
            return jwt.encode(content, key="", algorithm="none", headers={"kid": "rsa"})
        if wrong.get("shared_secret"):
            return jwt.encode(content, key=SECRET * 3, algorithm="HS256", headers={"kid": "rsa"})
        key = wrong.get("key", "rsa")
        algorithm = "ES256" if key == "ec" else "RS256"
        return jwt.encode(content, self.keys[key], algorithm=algorithm, headers={"kid": wrong.get("kid", key)})

    def published(self) -> dict[str, Any]:
        """Return its public keys; the stranger's is not among them, though a token may say it is signed with it."""
        rsa_key = json.loads(jwt.algorithms.RSAAlgorithm.to_jwk(self.keys["rsa"].public_key()))
        ec_key = json.loads(jwt.algorithms.ECAlgorithm.to_jwk(self.keys["ec"].public_key()))
        return {"keys": [{**rsa_key, "kid": "rsa", "use": "sig"}, {**ec_key, "kid": "ec", "use": "sig"}]}

    def configuration(self) -> dict[str, Any]:
        """Describe itself."""
        names = ("authorization", "token", "userinfo", "end_session")
        return {
            "issuer": self.url,
            "jwks_uri": f"{self.url}/jwks",
            "token_endpoint_auth_methods_supported": ["client_secret_post"],
            **{f"{name}_endpoint": f"{self.url}/{name}" for name in names},
        }

    def tokens_for(self, form: dict[str, str]) -> dict[str, Any]:
        """Exchange a code for tokens."""
        self.tokens.append(form)
        id_token = self.signed("id_token", sub=self.claims["sub"], nonce=self.asked.get("nonce"), acr="eidas1")
        answer = {"access_token": "an-access-token", "token_type": "Bearer", "id_token": id_token}
        return {name: value for name, value in answer.items() if name not in self.faults.get("answer", ())}


def handler_of(served: Provider) -> type[BaseHTTPRequestHandler]:
    """Return what answers the requests made to a provider."""

    class Served(Handler):
        provider = served

    return Served


class Handler(BaseHTTPRequestHandler):
    """Answers the requests made to a provider."""

    provider: Provider

    def do_GET(self) -> None:
        """Answer a browser, or Cordée reading what the provider publishes."""
        path = urlsplit(self.path).path
        answers = {"/authorization": self.authorization, "/end_session": self.end_session, "/userinfo": self.userinfo}
        published = self.provider.published if path == "/jwks" else self.provider.configuration
        answers.get(path, lambda: self.answer(json.dumps(published())))()

    def do_POST(self) -> None:
        """Exchange a code for tokens."""
        body = self.rfile.read(int(self.headers["content-length"])).decode()
        form = {name: values[0] for name, values in parse_qs(body).items()}
        self.answer(json.dumps(self.provider.tokens_for(form)))

    def authorization(self) -> None:
        """Let the person in at once, and lead back."""
        query = self.provider.authorise(self.path)
        self.answer("", location=f"{self.provider.asked['redirect_uri']}?{query}")

    def end_session(self) -> None:
        """End the session, and lead back."""
        self.provider.authorise(self.path)
        self.answer("", location=self.provider.asked["post_logout_redirect_uri"])

    def userinfo(self) -> None:
        """Tell of the person, signed unless the fault is not to."""
        assert self.headers["authorization"] == "Bearer an-access-token"
        if "plain" in self.provider.faults:
            self.answer(json.dumps(self.provider.claims))
        else:
            self.answer(self.provider.signed("userinfo", **self.provider.claims), kind="application/jwt")

    def answer(self, content: str, *, kind: str = "application/json", location: str = "") -> None:
        """Send a content, or lead elsewhere."""
        self.send_response(302 if location else 200)
        self.send_header("content-type", kind)
        if location:
            self.send_header("location", location)
        self.send_header("content-length", str(len(content.encode())))
        self.end_headers()
        self.wfile.write(content.encode())

    def log_message(self, *args: Any) -> None:
        """Say nothing."""
