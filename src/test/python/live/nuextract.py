"""Every operation and status of NuExtract's AuthenticationApi, driven by numind.openapi_client.

Runs with the client generated from our description and with numind 0.1.0 as released, which calls a
user token an api key; the environment decides which. Inputs: see inputs.py.
"""

import datetime
import urllib.parse
from typing import Any, Callable

import numind.openapi_client as client
from numind.openapi_client.models.error import Error
from numind.openapi_client.models.token_code_request import TokenCodeRequest
from numind.openapi_client.models.token_refresh_request import TokenRefreshRequest
from numind.openapi_client.models.token_request import TokenRequest
from numind.openapi_client.models.token_response import TokenResponse
from numind.openapi_client.models.user import User

import browser
import inputs
import people
import report

BASE = inputs.base("/nuextract/v1")
TARGET = inputs.redirect() + "/signed-in"
RELEASED = not hasattr(client.AuthenticationApi, "get_api_auth_user_tokens")
UserToken = client.ApiKeyResponse if RELEASED else client.UserTokenResponse
Creation = client.CreateApiKey if RELEASED else client.CreateOrUpdateUserToken
Renaming = client.UpdateApiKey if RELEASED else client.CreateOrUpdateUserToken
HUGE = "x" * 70_000
REPORT = report.Report(
    "numind.openapi_client",
    {
        "delete_api_auth_user_tokens_usertokenid": "200 0",
        "get_api_auth": "200 400 0",
        "get_api_auth_me": "200 0",
        "get_api_auth_user_tokens": "200 0",
        "post_api_auth_logout": "200 400 0",
        "post_api_auth_token": "200 400 0",
        "post_api_auth_user_tokens": "200 400 0",
        "put_api_auth_user_tokens_usertokenid": "200 400 0",
    },
)


def auth(token: str = "") -> client.AuthenticationApi:
    configuration = client.Configuration(host=BASE)
    configuration.access_token = token or None
    return client.AuthenticationApi(client.ApiClient(configuration))


def method(api: client.AuthenticationApi, operation: str, ending: str = "") -> Callable[..., Any]:
    """An operation by the seed's name, whatever this release calls it."""
    name = operation
    if RELEASED:
        name = name.replace("user_tokens", "api_keys").replace("usertokenid", "apikeyid")
    return getattr(api, name + ending)


def answers(operation: str, api: client.AuthenticationApi, *args: Any, model: Any) -> Any:
    call = method(api, operation, "_with_http_info")
    return REPORT.answers(operation, lambda: call(*args), 200, model).data


def is_bad(operation: str, call: Callable[[], Any], begins: str) -> None:
    refused = REPORT.refuses(operation, call, 400, str)
    report.check(refused.data.startswith(begins), f"{operation} says {refused.data!r}")


def is_default(operation: str, call: Callable[[], Any], status: int) -> None:
    refused = REPORT.refuses(operation, call, status, Error, row="0")
    report.check(bool(refused.data.code and refused.data.message), f"{operation}: an empty Error")


def get_api_auth(person: people.Person) -> str:
    """Gives the code that a browser came back with."""
    operation = "get_api_auth"
    address = answers(operation, auth(), TARGET, model=str)
    for wrong in ("https://evil.example/", "/relative", ""):
        is_bad(
            operation,
            lambda: auth().get_api_auth(wrong),
            "Invalid value for: query parameter redirectUri",
        )
    large = {"Content-Length": str(len(HUGE))}
    is_default(operation, lambda: auth().get_api_auth(TARGET, _headers=large), 413)

    end = browser.Browser().sign_in(address, person, inputs.redirect())
    report.check(end.startswith(TARGET), f"the sign-in ends at {end} instead of {TARGET}")
    return dict(urllib.parse.parse_qsl(urllib.parse.urlsplit(end).query))["code"]


def by_code(code: str, redirect_uri: str = TARGET) -> TokenRequest:
    return TokenRequest(
        TokenCodeRequest(
            type="ai.numind.extract.shared.TokenCodeRequest", code=code, redirectUri=redirect_uri
        )
    )


def by_refresh(token: str) -> TokenRequest:
    return TokenRequest(
        TokenRefreshRequest(type="ai.numind.extract.shared.TokenRefreshRequest", token=token)
    )


def post_api_auth_token(code: str) -> TokenResponse:
    operation = "post_api_auth_token"

    def bad(request: TokenRequest) -> None:
        is_bad(operation, lambda: auth().post_api_auth_token(request), "Invalid value for: body")

    bad(by_code("nonsense"))
    bad(by_refresh("nonsense"))
    first = answers(operation, auth(), by_code(code), model=TokenResponse)
    bad(by_code(code))
    second = answers(operation, auth(), by_refresh(first.refresh_token), model=TokenResponse)
    for tokens in (first, second):
        report.check(0 < tokens.expires_in <= 900, f"expires in {tokens.expires_in} s")
        report.check(tokens.refresh_expires_in > tokens.expires_in, "a short refresh token")
    report.check(second.token != first.token, "the same access token again")
    report.check(second.refresh_token != first.refresh_token, "the same refresh token again")
    is_default(operation, lambda: auth().post_api_auth_token(by_code(HUGE)), 413)
    return second


def get_api_auth_me(token: str, person: people.Person) -> None:
    operation = "get_api_auth_me"
    user = answers(operation, auth(token), model=User)
    report.check(user.email == person.email, f"{user.email} instead of {person.email}")
    is_default(operation, lambda: auth().get_api_auth_me(), 401)
    is_default(operation, lambda: auth("nonsense").get_api_auth_me(), 401)


def check_masked(item: Any, whole: str) -> None:
    report.check(item.token != whole and whole not in item.token, "a whole token in a list")
    for time in (item.created_at, item.expires_at):
        report.check(time.endswith("Z"), f"{time} does not end in Z")
        datetime.datetime.fromisoformat(time)


def post_api_auth_user_tokens(token: str) -> Any:
    operation = "post_api_auth_user_tokens"
    api = auth(token)
    made = answers(operation, api, Creation(name="first – ü"), model=UserToken)
    report.check(made.name == "first – ü", f"the name became {made.name!r}")
    for wrong in ("", "x" * 201):
        is_bad(
            operation, lambda: method(api, operation)(Creation(name=wrong)), "Invalid value for: body"
        )
    is_default(operation, lambda: method(auth(), operation)(Creation(name="x")), 401)
    return made


def get_api_auth_user_tokens(token: str, made: Any) -> None:
    operation = "get_api_auth_user_tokens"
    later = method(auth(token), "post_api_auth_user_tokens")(Creation(name="second"))
    listed = answers(operation, auth(token), model=[UserToken])
    ids = [item.id for item in listed]
    report.check(ids.index(later.id) < ids.index(made.id), "the newest does not come first")
    for item in listed:
        check_masked(item, made.token)
        check_masked(item, later.token)
    report.check(bool(answers("get_api_auth_me", auth(made.token), model=User)), "no user")
    is_default(operation, lambda: method(auth(), operation)(), 401)


def put_api_auth_user_tokens(token: str, made: Any, foreign: str) -> None:
    operation = "put_api_auth_user_tokens_usertokenid"
    api = auth(token)
    renamed = answers(operation, api, made.id, Renaming(name="renamed"), model=UserToken)
    report.check((renamed.id, renamed.name) == (made.id, "renamed"), "not renamed")
    check_masked(renamed, made.token)
    put = method(api, operation)
    is_bad(operation, lambda: put(made.id, Renaming(name="")), "Invalid value for: body")
    for unknown in (foreign, "nonsense"):
        is_default(operation, lambda: put(unknown, Renaming(name="x")), 404)
    is_default(operation, lambda: method(auth(), operation)(made.id, Renaming(name="x")), 401)


def delete_api_auth_user_tokens(token: str, made: Any, foreign: str) -> None:
    operation = "delete_api_auth_user_tokens_usertokenid"
    answers(operation, auth(token), made.id, model=None)
    is_default("get_api_auth_me", lambda: auth(made.token).get_api_auth_me(), 401)
    for unknown in (foreign, "nonsense"):
        is_default(operation, lambda: method(auth(token), operation)(unknown), 404)
    is_default(operation, lambda: method(auth(), operation)(made.id), 401)


def post_api_auth_logout(tokens: TokenResponse) -> None:
    operation = "post_api_auth_logout"
    api = auth(tokens.token)
    answers(operation, api, "nonsense", model=object)
    answers("get_api_auth_me", api, model=User)
    # The client lets no body but a string through, except without its validation.
    unchecked = client.AuthenticationApi.post_api_auth_logout.raw_function
    is_bad(operation, lambda: unchecked(api, 5), "Invalid value for: body")
    is_default(operation, lambda: api.post_api_auth_logout(HUGE), 413)
    answers(operation, api, tokens.refresh_token, model=object)
    is_default("get_api_auth_me", lambda: api.get_api_auth_me(), 401)
    is_bad(
        "post_api_auth_token",
        lambda: auth().post_api_auth_token(by_refresh(tokens.refresh_token)),
        "Invalid value for: body",
    )


def main() -> None:
    person = people.known()
    somebody_else = people.access_token(people.newcomer())
    foreign = method(auth(somebody_else), "post_api_auth_user_tokens")(Creation(name="theirs")).id

    tokens = post_api_auth_token(get_api_auth(person))
    get_api_auth_me(tokens.token, person)
    made = post_api_auth_user_tokens(tokens.token)
    get_api_auth_user_tokens(tokens.token, made)
    put_api_auth_user_tokens(tokens.token, made, foreign)
    delete_api_auth_user_tokens(tokens.token, made, foreign)
    post_api_auth_logout(tokens)
    REPORT.finish()


report.run(main)
