"""Make requirements/*.txt again: every version chosen once, with the hashes of its files."""

import subprocess

from house.installer import ensure_uv, tool_environment
from house.places import ROOT
from house.words import say

LISTS = {
    "app": ["pyproject.toml", "--extra", "postgres", "--group", "build"],
    "dev": ["pyproject.toml", "--extra", "postgres", "--group", "build", "--group", "dev"],
    "uv": ["--group", "installer"],
}
"""Each file of requirements/ and the part of pyproject.toml it pins. dev.txt contains app.txt."""


def pin(arguments: list[str]) -> int:
    """Write the files; arguments such as --upgrade or --upgrade-package NAME go to the resolver."""
    uv = ensure_uv()
    for name in LISTS:
        say(
            f"choix des versions de requirements/{name}.txt",
            f"choosing versions for requirements/{name}.txt",
        )
        command = [str(uv), "pip", "compile", *options(name), *arguments]
        subprocess.run(command, cwd=ROOT, env=tool_environment(), check=True)
    return 0


def options(name: str) -> list[str]:
    """Options that give the same file on every machine, without any address in it."""
    together = ["--constraints", "requirements/app.txt"] if name == "dev" else []
    return [
        *LISTS[name],
        *together,
        *("--universal", "--python-version", "3.11", "--generate-hashes"),
        *("--no-emit-index-url", "--custom-compile-command", "bin/pin", "--quiet"),
        *("--output-file", f"requirements/{name}.txt"),
    ]
