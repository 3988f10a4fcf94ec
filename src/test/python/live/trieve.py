"""Every operation and status of Trieve's AuthApi, driven by trieve_py_client.

Runs with the client generated from our description and with trieve-py-client as released; the
environment decides which. Inputs: see inputs.py.
"""

import urllib.parse
import uuid
from typing import Any

import trieve_py_client as client
from trieve_py_client.models.error_response_body import ErrorResponseBody
from trieve_py_client.models.organization import Organization
from trieve_py_client.models.slim_user import SlimUser
from trieve_py_client.models.user_organization import UserOrganization

import aim
import browser
import inputs
import people
import report

BASE = inputs.base("/trieve")
AFTERWARDS = inputs.redirect() + "/after?page=1"
REPORT = report.Report(
    "trieve_py_client",
    {"callback": "200 400", "get_me": "200 400", "login": "303 400", "logout": "204"},
)


def auth(api_key: str = "") -> client.AuthApi:
    configuration = client.Configuration(host=BASE)
    if api_key:
        configuration.api_key["ApiKey"] = api_key
    return client.AuthApi(client.ApiClient(configuration))


def check_user(user: SlimUser, person: people.Person) -> None:
    report.check(user.email == person.email, f"{user.email} instead of {person.email}")
    uuid.UUID(user.id)
    report.check(user.created_at.tzinfo is None, "created_at has a zone")
    report.check_model("orgs", user.orgs, [Organization])
    report.check_model("user_orgs", user.user_orgs, [UserOrganization])
    report.check(bool(user.orgs), "a member of no organization")
    for org in user.orgs:
        uuid.UUID(org.id)
        report.check(org.deleted == 0, "a deleted organization")
    for membership in user.user_orgs:
        report.check(membership.user_id == user.id, "somebody else's membership")
        report.check(membership.role in (0, 1, 2), f"role {membership.role}")


def login() -> None:
    REPORT.redirects(
        "login",
        lambda: auth().login_without_preload_content(redirect_uri=AFTERWARDS),
        303,
        inputs.url() + "/oidc/authorize?",
    )
    for wrong in (
        {"redirect_uri": "https://evil.example/"},
        {"organization_id": "no uuid"},
        {"inv_code": "no uuid"},
    ):
        REPORT.refuses("login", lambda: auth().login(**wrong), 400, ErrorResponseBody)


def get_me(person: people.Person) -> None:
    REPORT.refuses("get_me", lambda: auth().get_me(), 400, ErrorResponseBody)
    REPORT.refuses("get_me", lambda: auth("nonsense").get_me(), 400, ErrorResponseBody)
    for key in (people.api_token(person), people.access_token(person)):
        for written in (key, "Bearer " + key):
            answer = REPORT.answers(
                "get_me", lambda: auth(written).get_me_with_http_info(), 200, SlimUser
            )
            check_user(answer.data, person)


def callback(person: people.Person) -> str:
    """Gives the session cookie that the client got."""
    REPORT.refuses("callback", lambda: auth().callback(), 400, ErrorResponseBody)

    own = browser.Browser()
    query = urllib.parse.urlencode({"redirect_uri": AFTERWARDS})
    address = own.sign_in(f"{BASE}/api/auth?{query}", person, f"{BASE}/api/auth/callback?")
    api = client.AuthApi(aim.at(client, address))
    bound = {"Cookie": own.cookies(address)}

    REPORT.refuses("callback", lambda: api.callback(), 400, ErrorResponseBody)
    answer = REPORT.answers(
        "callback", lambda: api.callback_with_http_info(_headers=dict(bound)), 200, SlimUser
    )
    check_user(answer.data, person)
    REPORT.refuses("callback", lambda: api.callback(_headers=dict(bound)), 400, ErrorResponseBody)
    return report.cookie(answer)


def browser_sign_in(person: people.Person) -> None:
    """The whole way, as a browser goes it."""
    own = browser.Browser()
    query = urllib.parse.urlencode({"redirect_uri": AFTERWARDS})
    end = own.sign_in(f"{BASE}/api/auth?{query}", person, inputs.redirect())
    report.check(end.startswith(AFTERWARDS), f"ends at {end} instead of {AFTERWARDS}")
    cookies = own.cookies(BASE + "/api/auth/me")
    REPORT.answers(
        "get_me", lambda: auth().get_me_with_http_info(_headers={"Cookie": cookies}), 200, SlimUser
    )


def logout(person: people.Person, cookie: str) -> None:
    def signed_in() -> Any:
        return auth().get_me_with_http_info(_headers={"Cookie": cookie})

    check_user(REPORT.answers("get_me", signed_in, 200, SlimUser).data, person)
    gone = {"Cookie": cookie}
    REPORT.answers("logout", lambda: auth().logout_with_http_info(_headers=gone), 204, None)
    REPORT.refuses("get_me", signed_in, 400, ErrorResponseBody)
    REPORT.answers("logout", lambda: auth().logout_with_http_info(), 204, None)

    key = people.api_token(person)
    bearer = {"Authorization": key}
    REPORT.answers("logout", lambda: auth().logout_with_http_info(_headers=bearer), 204, None)
    REPORT.answers("get_me", lambda: auth(key).get_me_with_http_info(), 200, SlimUser)


def main() -> None:
    person = people.known()
    login()
    get_me(person)
    browser_sign_in(person)
    logout(person, callback(person))
    REPORT.finish()


report.run(main)
