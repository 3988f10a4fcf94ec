"""Every operation and status of Aivo's AuthenticationApi and ProfileApi, driven by aivo_sdk.

Inputs: see inputs.py.
"""

import uuid
from typing import Any

import aivo_sdk as client
from aivo_sdk.models.auth_response import AuthResponse
from aivo_sdk.models.error import Error
from aivo_sdk.models.login_request import LoginRequest
from aivo_sdk.models.refresh_token_request import RefreshTokenRequest
from aivo_sdk.models.user import User
from aivo_sdk.models.validation_error import ValidationError

import inputs
import people
import report

BASE = inputs.base("/aivo/auth/v1")
REPORT = report.Report(
    "aivo_sdk",
    {
        "login": "200 401 422",
        "logout": "204 401",
        "refresh_token": "200 401",
        "get_current_user": "200 401",
    },
)


def connection(token: str = "") -> client.ApiClient:
    return client.ApiClient(client.Configuration(host=BASE, access_token=token or None))


def auth(token: str = "") -> client.AuthenticationApi:
    return client.AuthenticationApi(connection(token))


def check_session(session: AuthResponse, person: people.Person) -> None:
    report.check(session.access_token.count(".") == 2, "the access token is no JWT")
    report.check(bool(session.refresh_token), "an empty refresh token")
    report.check(0 < session.expires_in <= 900, f"expires in {session.expires_in} s")
    check_user(session.user, person)


def check_user(user: User, person: people.Person) -> None:
    report.check(user.email == person.email, f"{user.email} instead of {person.email}")
    report.check(isinstance(user.id, uuid.UUID), "id is no UUID")
    report.check(isinstance(user.tenant_id, uuid.UUID), "tenantId is no UUID")
    report.check(user.status == "active", f"status {user.status}")
    report.check(user.created_at.tzinfo is not None, "createdAt has no zone")


def login(person: people.Person) -> AuthResponse:
    def call(request: LoginRequest) -> Any:
        return auth().login_with_http_info(request)

    def refused(email: str, password: str) -> None:
        request = LoginRequest(email=email, password=password)
        error = REPORT.refuses("login", lambda: call(request), 401, Error).data
        report.check(bool(error.error and error.message), "an empty Error")

    refused(person.email, "a wrong pass phrase")
    refused(people.stranger().email, person.password)
    unverified = people.unverified()
    refused(unverified.email, unverified.password)

    # The client itself refuses a short password, except without its validation.
    malformed = LoginRequest.model_construct(email="nobody", password="short")
    error = REPORT.refuses("login", lambda: call(malformed), 422, ValidationError).data
    fields = {field.var_field for field in error.validation_errors}
    report.check(fields == {"email", "password"}, f"422 names {fields}")

    right = LoginRequest(email=person.email, password=person.password)
    session = REPORT.answers("login", lambda: call(right), 200, AuthResponse).data
    check_session(session, person)
    return session


def get_current_user(session: AuthResponse, person: people.Person) -> None:
    def call(token: str) -> Any:
        return client.ProfileApi(connection(token)).get_current_user_with_http_info()

    user = REPORT.answers("get_current_user", lambda: call(session.access_token), 200, User).data
    check_user(user, person)
    for token in ("", "nonsense"):
        REPORT.refuses("get_current_user", lambda: call(token), 401, Error)


def refresh_token(session: AuthResponse, person: people.Person) -> AuthResponse:
    def call(refresh: str, access: str = "") -> Any:
        request = RefreshTokenRequest(refreshToken=refresh)
        return auth(access).refresh_token_with_http_info(request)

    def refused(refresh: str) -> None:
        REPORT.refuses("refresh_token", lambda: call(refresh, session.access_token), 401, Error)

    refused("nonsense")
    refused(session.access_token)
    for access in ("", "nonsense"):
        token = session.refresh_token
        answer = REPORT.answers("refresh_token", lambda: call(token, access), 200, AuthResponse)
        check_session(answer.data, person)
        report.check(answer.data.refresh_token != token, "the same refresh token again")
        report.check(answer.data.access_token != session.access_token, "the same access token")
        session = answer.data
    return session


def logout(session: AuthResponse) -> None:
    for token in ("", "nonsense"):
        REPORT.refuses("logout", lambda: auth(token).logout(), 401, Error)
    own = auth(session.access_token)
    REPORT.answers("logout", lambda: own.logout_with_http_info(), 204, None)
    REPORT.refuses("logout", lambda: own.logout(), 401, Error)
    dead = RefreshTokenRequest(refreshToken=session.refresh_token)
    REPORT.refuses("refresh_token", lambda: auth().refresh_token(dead), 401, Error)


def main() -> None:
    person = people.newcomer()
    session = login(person)
    get_current_user(session, person)
    logout(refresh_token(session, person))
    REPORT.finish()


report.run(main)
