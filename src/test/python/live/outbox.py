"""Reads the mails that a server without SMTP writes to its outbox folder."""

import email
import email.policy
import glob
import pathlib
import re
import time
import urllib.parse

import inputs
import report

PATIENCE = 15.0


def links(to: str, path: str) -> list[dict[str, str]]:
    """The queries of all links to this path in mails to this address, the oldest first."""
    found = []
    # Unlike pathlib's, this glob leaves out a hidden file that is still being written.
    for file in sorted(glob.glob(inputs.given("LATCHKEY_OUTBOX") + "/*.eml")):
        message = email.message_from_bytes(pathlib.Path(file).read_bytes(), policy=email.policy.default)
        if to.lower() in str(message["To"]).lower():
            body = message.get_body(("plain", "html"))
            found += queries(body.get_content() if body else "", path)
    return found


def queries(text: str, path: str) -> list[dict[str, str]]:
    urls = [urllib.parse.urlsplit(url) for url in re.findall(r"https?://[^\s\"'<>]+", text)]
    return [dict(urllib.parse.parse_qsl(url.query)) for url in urls if url.path == path]


def wait_for(to: str, path: str, parameter: str, count: int = 1) -> list[str]:
    """The values of a parameter in at least so many such links; mails are sent a moment later."""
    deadline = time.monotonic() + PATIENCE
    while True:
        values = [query[parameter] for query in links(to, path) if parameter in query]
        if len(values) >= count:
            return values
        report.check(
            time.monotonic() < deadline,
            f"{len(values)} of {count} mails with a link to {path} for {to} in the outbox",
        )
        time.sleep(0.1)


def verification_tokens(to: str, count: int = 1) -> list[str]:
    return wait_for(to, "/auth/verify-email", "token", count)


def invitation_code(to: str) -> str:
    return wait_for(to, "/auth/invitation", "code")[-1]
