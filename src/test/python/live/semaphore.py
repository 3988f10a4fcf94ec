"""Every operation and status of Semaphore UI's AuthenticationApi, driven by semaphore_api.

Runs with the client generated from our description and with semaphore-api as released; the
environment decides which. Inputs: see inputs.py, and

    LATCHKEY_PROVIDER  id of the built-in provider in Semaphore's list; latchkey when absent
"""

import datetime
import os
from typing import Any

import semaphore_api as client
from semaphore_api.models.api_token import APIToken
from semaphore_api.models.login import Login
from semaphore_api.models.login_metadata import LoginMetadata

import aim
import browser
import inputs
import people
import report

BASE = inputs.base("/semaphore/api")
PROVIDER = os.environ.get("LATCHKEY_PROVIDER", "latchkey")
LOGIN_PAGE = inputs.url() + "/auth/login"
REPORT = report.Report(
    "semaphore_api",
    {
        "auth_login_get": "200",
        "auth_login_post": "204 400",
        "auth_logout_post": "204",
        "auth_oidc_provider_id_login_get": "302",
        "auth_oidc_provider_id_redirect_get": "302",
        "user_tokens_api_token_id_delete": "204",
        "user_tokens_get": "200",
        "user_tokens_post": "201",
    },
)


def auth(cookie: str = "", bearer: str = "") -> client.AuthenticationApi:
    configuration = client.Configuration(host=BASE)
    if cookie:
        configuration.api_key["cookie"] = cookie
    if bearer:
        configuration.api_key["bearer"] = bearer
    return client.AuthenticationApi(client.ApiClient(configuration))


def auth_login_get() -> None:
    answer = REPORT.answers(
        "auth_login_get", lambda: auth().auth_login_get_with_http_info(), 200, LoginMetadata
    )
    providers = {provider.id: provider.name for provider in answer.data.oidc_providers}
    report.check(bool(providers.get(PROVIDER)), f"{PROVIDER} is not among {providers}")


def auth_login_post(person: people.Person) -> str:
    """Gives the session cookie."""
    for wrong in (Login(), Login(auth=person.email), Login(auth="", password="")):
        REPORT.refuses("auth_login_post", lambda: auth().auth_login_post(wrong), 400, None)
    for login in (person.email, people.stranger().email):
        guess = Login(auth=login, password="a wrong pass phrase")
        REPORT.refuses("auth_login_post", lambda: auth().auth_login_post(guess), 401, None)

    right = Login(auth=person.email.upper(), password=person.password)
    answer = REPORT.answers(
        "auth_login_post", lambda: auth().auth_login_post_with_http_info(right), 204, None
    )
    cookie = report.cookie(answer)
    report.check(cookie.startswith("semaphore="), f"the cookie is {cookie}")
    return cookie


def check_token(token: APIToken, expired: bool) -> None:
    created = datetime.datetime.fromisoformat(token.created)
    report.check(created.tzinfo is not None, f"{token.created} has no zone")
    report.check(token.expired == expired, f"expired is {token.expired}")
    report.check(token.user_id >= 1, f"user_id is {token.user_id}")


def listed(api: client.AuthenticationApi, whole: str) -> APIToken:
    """The token as the list has it."""
    answer = REPORT.answers(
        "user_tokens_get", lambda: api.user_tokens_get_with_http_info(), 200, [APIToken]
    )
    found = [token for token in answer.data if whole.startswith(token.id)]
    report.check(len(found) == 1, f"{len(found)} tokens in the list for one that was made")
    report.check(8 <= len(found[0].id) < len(whole), f"{found[0].id} stands for a token")
    return found[0]


def user_tokens(cookie: str) -> None:
    api = auth(cookie)
    for refused in (auth(), auth("semaphore=nonsense"), auth(cookie, "Bearer nonsense")):
        REPORT.refuses("user_tokens_get", lambda: refused.user_tokens_get(), 401, None)
        REPORT.refuses("user_tokens_post", lambda: refused.user_tokens_post(), 401, None)

    made = [
        REPORT.answers(
            "user_tokens_post", lambda: api.user_tokens_post_with_http_info(), 201, APIToken
        ).data
        for _ in range(2)
    ]
    for token in made:
        check_token(token, expired=False)
        report.check(token.id == token.id.lower(), f"{token.id} has upper-case letters")
        for scheme in ("bearer", "Bearer", "BEARER"):
            check_token(listed(auth(bearer=f"{scheme} {token.id}"), token.id), expired=False)
    user_tokens_delete(api, [(made[0].id, made[0].id), (made[1].id, listed(api, made[1].id).id)])


def user_tokens_delete(api: client.AuthenticationApi, tokens: list[tuple[str, str]]) -> None:
    """Each by a name of its own: the whole token, or what the list calls it."""
    operation = "user_tokens_api_token_id_delete"

    def delete(name: str, by: client.AuthenticationApi = api) -> Any:
        return by.user_tokens_api_token_id_delete_with_http_info(name)

    for whole, name in tokens:
        REPORT.refuses(operation, lambda: delete(name, auth()), 401, None)
        REPORT.answers(operation, lambda: delete(name), 204, None)
        dead = auth(bearer="Bearer " + whole)
        REPORT.refuses("user_tokens_get", lambda: dead.user_tokens_get(), 401, None)
        check_token(listed(api, whole), expired=True)
        REPORT.answers(operation, lambda: delete(name), 204, None)
    foreign = people.api_token(people.newcomer())
    for unknown in (foreign, "kwofd61g93-yuqvex8efmhjkgnbxlo8mp1tin6spyhu="):
        REPORT.refuses(operation, lambda: delete(unknown), 404, None)


def auth_oidc_login() -> None:
    operation = "auth_oidc_provider_id_login_get"

    def call(provider: str) -> Any:
        return auth().auth_oidc_provider_id_login_get_without_preload_content(provider)

    REPORT.redirects(operation, lambda: call(PROVIDER), 302, inputs.url() + "/oidc/authorize?")
    REPORT.redirects(operation, lambda: call("nobody"), 302, LOGIN_PAGE)


def auth_oidc_redirect(person: people.Person) -> None:
    operation = "auth_oidc_provider_id_redirect_get"

    def call(api: client.AuthenticationApi, **headers: str) -> Any:
        return api.auth_oidc_provider_id_redirect_get_without_preload_content(
            PROVIDER, _headers=headers
        )

    REPORT.redirects(operation, lambda: call(auth()), 302, LOGIN_PAGE)

    own = browser.Browser()
    start = f"{BASE}/auth/oidc/{PROVIDER}/login"
    callback = f"{BASE}/auth/oidc/{PROVIDER}/redirect?"
    address = own.sign_in(start, person, callback)
    api = client.AuthenticationApi(aim.at(client, address))
    REPORT.redirects(operation, lambda: call(api), 302, LOGIN_PAGE)
    cookies = own.cookies(address)
    home = REPORT.redirects(operation, lambda: call(api, Cookie=cookies), 302, "http")
    report.check(not home.startswith(LOGIN_PAGE), f"signed in, but sent to {home}")
    REPORT.redirects(operation, lambda: call(api, Cookie=cookies), 302, LOGIN_PAGE)

    again = browser.Browser()
    again.visit(again.sign_in(start, person, callback), "http")
    signed_in = auth(again.cookies(BASE + "/user/tokens"))
    REPORT.answers(
        "user_tokens_get", lambda: signed_in.user_tokens_get_with_http_info(), 200, [APIToken]
    )


def auth_logout_post(cookie: str) -> None:
    operation = "auth_logout_post"
    bearer = auth(cookie).user_tokens_post().id
    by_token = auth(bearer="Bearer " + bearer)
    for api in (by_token, auth(cookie), auth(cookie), auth()):
        REPORT.answers(operation, lambda: api.auth_logout_post_with_http_info(), 204, None)
    REPORT.refuses("user_tokens_get", lambda: auth(cookie).user_tokens_get(), 401, None)
    listed(by_token, bearer)


def main() -> None:
    person = people.newcomer()
    auth_login_get()
    cookie = auth_login_post(person)
    user_tokens(cookie)
    auth_oidc_login()
    auth_oidc_redirect(person)
    auth_logout_post(cookie)
    REPORT.finish()


report.run(main)
