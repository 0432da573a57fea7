"""A PostGIS server of one's own for the tests of reading from databases, gone when they end."""

from __future__ import annotations

import os
import pwd
import secrets
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest


@dataclass(frozen=True)
class Server:
    """Where the server listens, and the password that belongs into the environment."""

    port: int
    password: str

    def url(self, name: str, user: str = "postgres") -> str:
        return f"postgresql://{user}@127.0.0.1:{self.port}/{name}"


def _programs() -> Path | None:
    """The newest server on this machine that PostGIS is installed for."""
    found = [
        Path(f"/usr/lib/postgresql/{p.parents[1].name}/bin")
        for p in Path("/usr/share/postgresql").glob("*/extension/postgis.control")
    ]
    return max((p for p in found if (p / "initdb").exists()), default=None)


@contextmanager
def server() -> Iterator[Server]:
    """Start a server in a folder of its own, with a password made for it."""
    programs = _programs()
    if programs is None:
        pytest.fail("no PostGIS (Debian: apt install postgresql-15-postgis-3)")
    folder = Path(tempfile.mkdtemp(prefix="postgis"))
    password = secrets.token_hex(16)
    (folder / "password").write_text(password, "ascii")
    command: list[str] = []
    if os.geteuid() == 0:  # the server refuses to be run by root
        command = ["runuser", "-u", "postgres", "--"]
        user = pwd.getpwnam("postgres")
        for path in (folder, folder / "password"):
            os.chown(path, user.pw_uid, user.pw_gid)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]

    def run(*arguments: str) -> None:
        done = subprocess.run([*command, *arguments], capture_output=True, text=True, cwd=folder)
        if done.returncode:
            pytest.fail(f"{arguments[0]}: {done.stderr[-300:]}")

    data = str(folder / "data")
    run(str(programs / "initdb"), "-D", data, "-U", "postgres", "-A", "scram-sha-256",
        f"--pwfile={folder / 'password'}", "-E", "UTF8", "--locale=C", "--no-sync")  # fmt: skip
    options = f"-p {port} -k {folder} -c listen_addresses=127.0.0.1 -c fsync=off"
    log = str(folder / "log")
    run(str(programs / "pg_ctl"), "-D", data, "-w", "-l", log, "-o", options, "start")
    try:
        yield Server(port, password)
    finally:
        run(str(programs / "pg_ctl"), "-D", data, "-m", "immediate", "stop")
        shutil.rmtree(folder, ignore_errors=True)
