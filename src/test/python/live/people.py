"""Makes people and credentials through other APIs of the same server, in plain HTTP."""

import dataclasses
import json
import secrets
import urllib.request
from typing import Any

import inputs
import outbox

OPENER = urllib.request.build_opener(urllib.request.ProxyHandler({}))


@dataclasses.dataclass(frozen=True)
class Person:
    email: str
    password: str


def known() -> Person:
    """The user that the administrator made."""
    return Person(inputs.given("LATCHKEY_EMAIL"), inputs.given("LATCHKEY_PASSWORD"))


def stranger() -> Person:
    """Somebody without an account."""
    return Person(f"live-{secrets.token_hex(6)}@example.com", "a sound pass phrase")


def unverified() -> Person:
    """Somebody who signed up and has not opened the mail."""
    person = stranger()
    post(
        "/nap/api/auth/signup",
        {
            "email": person.email,
            "password": person.password,
            "confirmPassword": person.password,
            "firstName": "Live",
            "lastName": "Client",
        },
    )
    return person


def newcomer() -> Person:
    """Somebody who signed up and proved the address."""
    person = unverified()
    token = outbox.verification_tokens(person.email)[0]
    post("/nap/api/auth/verify-email/verify", {"token": token})
    return person


def access_token(person: Person) -> str:
    return post("/aivo/auth/v1/login", dataclasses.asdict(person))["accessToken"]


def api_token(person: Person) -> str:
    access = access_token(person)
    return post("/nuextract/v1/api/auth/user-tokens", {"name": "live"}, access)["token"]


def post(path: str, body: Any, bearer: str = "") -> Any:
    headers = {"Content-Type": "application/json", "Accept": "application/json"}
    if bearer:
        headers["Authorization"] = "Bearer " + bearer
    request = urllib.request.Request(inputs.url() + path, json.dumps(body).encode(), headers)
    with OPENER.open(request, timeout=30) as response:
        return json.loads(response.read())
