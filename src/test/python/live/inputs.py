"""What every script here is told, through the environment.

One server serves all of them: signup.mode single, signup.verify-email on, mail going to the outbox
folder, redirects.allowed with http://localhost:5173.

    LATCHKEY_URL       the server's public URL, without a path
    LATCHKEY_BASE      base URL of the API under test; LATCHKEY_URL and its usual prefix when absent
    LATCHKEY_OUTBOX    the folder with the *.eml files, <data.dir>/outbox
    LATCHKEY_EMAIL     a user with a proven address and a password, member of one organization
    LATCHKEY_PASSWORD  the password of that user, and of the users below
    LATCHKEY_REDIRECT  an allowed redirect origin; http://localhost:5173 when absent

What a single script needs besides stands at its head.
"""

import os


class Missing(Exception):
    """An input that nobody gave."""


def given(name: str) -> str:
    value = os.environ.get(name)
    if not value:
        raise Missing(f"{name} is not set; the head of inputs.py and of the script say what it is.")
    return value


def url() -> str:
    return given("LATCHKEY_URL").rstrip("/")


def base(prefix: str) -> str:
    return os.environ.get("LATCHKEY_BASE", url() + prefix).rstrip("/")


def redirect() -> str:
    return os.environ.get("LATCHKEY_REDIRECT", "http://localhost:5173")
