"""Every operation and status of the NBRGLM Auth Platform's AuthApi, driven by auth_platform_py_sdk.

Inputs: see inputs.py, and

    LATCHKEY_MULTI_EMAIL     a user with a proven address who is a member of two organizations
    LATCHKEY_HOMELESS_EMAIL  a user with a proven address who is a member of none
    LATCHKEY_INVITED_EMAIL   an address without an account, with an invitation in the outbox

nap_broken.py reaches the statuses 500.
"""

import base64
import json
import uuid
from typing import Any

import auth_platform_py_sdk as client
from auth_platform_py_sdk.models.handlers_logout_result import HandlersLogoutResult
from auth_platform_py_sdk.models.handlers_refresh_token_result import HandlersRefreshTokenResult
from auth_platform_py_sdk.models.handlers_send_verification_email_data import (
    HandlersSendVerificationEmailData,
)
from auth_platform_py_sdk.models.handlers_send_verification_email_result import (
    HandlersSendVerificationEmailResult,
)
from auth_platform_py_sdk.models.handlers_user_flow_data import HandlersUserFlowData
from auth_platform_py_sdk.models.handlers_user_login_data import HandlersUserLoginData
from auth_platform_py_sdk.models.handlers_user_login_result import HandlersUserLoginResult
from auth_platform_py_sdk.models.handlers_user_signup_data import HandlersUserSignupData
from auth_platform_py_sdk.models.handlers_user_signup_result import HandlersUserSignupResult
from auth_platform_py_sdk.models.handlers_verify_email_token_data import (
    HandlersVerifyEmailTokenData,
)
from auth_platform_py_sdk.models.handlers_verify_email_token_result import (
    HandlersVerifyEmailTokenResult,
)
from auth_platform_py_sdk.models.models_error_response import ModelsErrorResponse
from auth_platform_py_sdk.models.models_org_compat import ModelsOrgCompat
from auth_platform_py_sdk.models.tokens_tokens import TokensTokens

import inputs
import outbox
import people
import report

API = client.AuthApi(client.ApiClient(client.Configuration(host=inputs.base("/nap"))))
REPORT = report.Report(
    "auth_platform_py_sdk",
    {
        "api_auth_flow_flow_id_get": "200 400",
        "api_auth_login_post": "200 400 401 403",
        "api_auth_logout_post": "200 400 401",
        "api_auth_refresh_post": "200 400 401",
        "api_auth_signup_post": "200 400 401",
        "api_auth_verify_email_send_post": "200 400",
        "api_auth_verify_email_verify_post": "200 400",
    },
)


def answers(operation: str, *args: Any, model: Any, **kwargs: Any) -> Any:
    call = getattr(API, operation + "_with_http_info")
    return REPORT.answers(operation, lambda: call(*args, **kwargs), 200, model).data


def refuses(operation: str, status: int, *args: Any, **kwargs: Any) -> None:
    call = getattr(API, operation)
    error = REPORT.refuses(
        operation, lambda: call(*args, **kwargs), status, ModelsErrorResponse
    ).data
    report.check(error.code == status, f"{operation}: code {error.code} in a {status}")
    report.check(bool(error.message), f"{operation}: a {status} without a message")


def registration(person: people.Person, **changes: str) -> HandlersUserSignupData:
    """Not validated by the client, so that the server has to."""
    fields = {
        "email": person.email,
        "password": person.password,
        "confirm_password": person.password,
        "first_name": "Live",
        "last_name": "Client",
    }
    return HandlersUserSignupData.model_construct(**(fields | changes))


def credentials(person: people.Person, **changes: str) -> HandlersUserLoginData:
    fields = {"email": person.email, "password": person.password}
    return HandlersUserLoginData(**(fields | changes))


def signup() -> people.Person:
    """Gives somebody who has not proven the address."""
    operation = "api_auth_signup_post"
    person = people.stranger()
    for wrong in (
        {"confirm_password": "another pass phrase"},
        {"email": "nobody"},
        {"password": "short", "confirm_password": "short"},
        {"first_name": ""},
    ):
        refuses(operation, 400, registration(person, **wrong))
    refuses(operation, 401, registration(person, invite_token=str(uuid.uuid4())))

    made = answers(operation, registration(person), model=HandlersUserSignupResult)
    uuid.UUID(made.user_id)
    refuses(operation, 400, registration(person))

    invited = people.Person(inputs.given("LATCHKEY_INVITED_EMAIL"), person.password)
    code = outbox.invitation_code(invited.email)
    refuses(operation, 401, registration(people.stranger(), invite_token=code))
    answers(
        operation, registration(invited, invite_token=code), model=HandlersUserSignupResult
    )
    refuses(operation, 401, registration(people.stranger(), invite_token=code))
    return person


def forbidden(person: people.Person) -> HandlersUserLoginResult:
    return REPORT.refuses(
        "api_auth_login_post",
        lambda: API.api_auth_login_post(credentials(person)),
        403,
        HandlersUserLoginResult,
    ).data


def verify_email(person: people.Person) -> None:
    send, verify = "api_auth_verify_email_send_post", "api_auth_verify_email_verify_post"
    address = HandlersSendVerificationEmailData(email=person.email)
    unknown = HandlersSendVerificationEmailData(email=people.stranger().email)
    report.check(forbidden(person).require_email_verification is True, "403 asks no verification")

    refuses(send, 400, unknown)
    sent = answers(send, address, model=HandlersSendVerificationEmailResult)
    report.check(sent.success is True, "not sent")
    tokens = outbox.verification_tokens(person.email, count=2)

    refuses(verify, 400, HandlersVerifyEmailTokenData(token="nonsense"))
    token = HandlersVerifyEmailTokenData(token=tokens[0])
    proven = answers(verify, token, model=HandlersVerifyEmailTokenResult)
    report.check(proven.success is True, "not verified")
    refuses(verify, 400, token)
    refuses(send, 400, address)


def login(person: people.Person) -> TokensTokens:
    operation = "api_auth_login_post"
    refuses(operation, 400, credentials(person, email="", password=""))
    refuses(operation, 401, credentials(person, password="a wrong pass phrase"))
    refuses(operation, 401, credentials(people.stranger()))
    homeless = people.Person(
        inputs.given("LATCHKEY_HOMELESS_EMAIL"), inputs.given("LATCHKEY_PASSWORD")
    )
    report.check(bool(forbidden(homeless).message), "403 without a message")

    answer = answers(operation, credentials(person), model=HandlersUserLoginResult)
    report.check(not answer.require_email_verification, "a proven address asked for again")
    report.check(answer.flow_id is None, "a flow beside tokens")
    check_tokens(answer.tokens, person)
    return answer.tokens


def check_tokens(tokens: TokensTokens | None, person: people.Person) -> None:
    report.check(tokens is not None, "no tokens")
    jwt = unpad(tokens.session_token)
    claims = json.loads(unpad(jwt.decode().split(".")[1]))
    report.check(claims["jti"] == tokens.session_id, "jti is not the session id")
    report.check(claims["email"] == person.email, f"the token is for {claims['email']}")
    report.check(isinstance(claims["aud"], list), "aud is no array")
    for claim in "iss sub exp nbf iat email_verified org_id org_slug org_name user_org_role".split():
        report.check(claim in claims, f"no claim {claim}")
    for time in (tokens.session_token_expiry, tokens.refresh_token_expiry):
        report.check(time.endswith("Z"), f"{time} does not end in Z")


def unpad(text: str) -> bytes:
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))


def flow() -> None:
    person = people.Person(inputs.given("LATCHKEY_MULTI_EMAIL"), inputs.given("LATCHKEY_PASSWORD"))
    to = inputs.redirect() + "/after"
    begun = answers(
        "api_auth_login_post",
        credentials(person, flow_return_to=to),
        model=HandlersUserLoginResult,
    )
    report.check(begun.tokens is None, "tokens before an organization was chosen")

    operation = "api_auth_flow_flow_id_get"
    data = answers(operation, begun.flow_id, model=HandlersUserFlowData)
    report.check((data.id, data.type) == (begun.flow_id, "login"), f"flow {data.id}, {data.type}")
    report.check(data.email == person.email, f"the flow is for {data.email}")
    report.check(data.return_to == to, f"the flow leads to {data.return_to}")
    report.check_model("orgs", data.orgs, [ModelsOrgCompat])
    report.check(len(data.orgs) > 1, "a flow with nothing to choose")
    for unknown in (str(uuid.uuid4()), "nonsense"):
        refuses(operation, 400, unknown)


def refresh(tokens: TokensTokens, person: people.Person) -> TokensTokens:
    operation = "api_auth_refresh_post"
    refuses(operation, 400, "")
    refuses(operation, 401, "nonsense")
    fresh = answers(operation, tokens.refresh_token, model=HandlersRefreshTokenResult).tokens
    check_tokens(fresh, person)
    report.check(fresh.session_id == tokens.session_id, "another session")
    report.check(fresh.refresh_token != tokens.refresh_token, "the same refresh token again")
    report.check(fresh.session_token != tokens.session_token, "the same session token again")
    return fresh


def logout(tokens: TokensTokens, person: people.Person) -> None:
    operation = "api_auth_logout_post"
    refuses(operation, 400)
    refuses(operation, 401, x_nap_session_token="nonsense", x_nap_refresh_token="nonsense")
    by_session = {"x_nap_session_token": tokens.session_token}
    done = answers(operation, model=HandlersLogoutResult, **by_session)
    report.check(done.success is True, "not signed out")
    refuses(operation, 401, **by_session)
    refuses("api_auth_refresh_post", 401, tokens.refresh_token)

    other = API.api_auth_login_post(credentials(person)).tokens
    by_refresh = {"x_nap_refresh_token": other.refresh_token}
    answers(operation, model=HandlersLogoutResult, **by_refresh)
    refuses(operation, 401, **by_refresh)


def main() -> None:
    person = signup()
    verify_email(person)
    tokens = login(person)
    flow()
    logout(refresh(tokens, person), person)
    REPORT.finish()


if __name__ == "__main__":
    report.run(main)
