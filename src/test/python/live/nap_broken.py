"""The documented 500s of the NBRGLM Auth Platform's AuthApi, and that the server gets over them.

Inputs: those of nap.py, but for LATCHKEY_HOMELESS_EMAIL and LATCHKEY_INVITED_EMAIL. It talks to whoever
started it: it prints {"now": "break"} when the database has to go, and {"now": "mend"} when it has to
come back, and goes on each time when it reads a line.
"""

import json
import sys
import time
from typing import Any

import inputs
import nap
import outbox
import people
import report

REPORT = report.Report(
    "auth_platform_py_sdk",
    {
        operation: "500"
        for operation in (
            "api_auth_flow_flow_id_get",
            "api_auth_login_post",
            "api_auth_logout_post",
            "api_auth_refresh_post",
            "api_auth_signup_post",
            "api_auth_verify_email_send_post",
            "api_auth_verify_email_verify_post",
        )
    },
)


def ask(what: str) -> None:
    print(json.dumps({"now": what}), flush=True)
    report.check(bool(sys.stdin.readline()), f"nobody answered {what}")


def breaks(operation: str, *args: Any, **kwargs: Any) -> None:
    call = getattr(nap.API, operation)
    error = REPORT.refuses(
        operation, lambda: call(*args, **kwargs), 500, nap.ModelsErrorResponse
    ).data
    report.check(error.code == 500 and not error.debug, f"{operation} tells {error}")


def wait_until_mended(flow: str) -> None:
    """A server may take a moment to notice that its database is back."""
    deadline = time.monotonic() + 20
    while True:
        try:
            nap.API.api_auth_flow_flow_id_get(flow)
            return
        except nap.client.ApiException as failed:
            report.check(failed.status == 500, f"{failed.status} while the database comes back")
            report.check(time.monotonic() < deadline, "still 500 after 20 s")
            time.sleep(0.2)


def main() -> None:
    unproven = people.unverified()
    proof = nap.HandlersVerifyEmailTokenData(token=outbox.verification_tokens(unproven.email)[0])
    address = nap.HandlersSendVerificationEmailData(email=unproven.email)
    person = people.known()
    many = people.Person(inputs.given("LATCHKEY_MULTI_EMAIL"), person.password)
    flow = nap.API.api_auth_login_post(nap.credentials(many)).flow_id
    tokens = nap.API.api_auth_login_post(nap.credentials(person)).tokens

    ask("break")
    breaks("api_auth_signup_post", nap.registration(people.stranger()))
    breaks("api_auth_login_post", nap.credentials(person))
    breaks("api_auth_flow_flow_id_get", flow)
    breaks("api_auth_refresh_post", tokens.refresh_token)
    breaks("api_auth_logout_post", x_nap_refresh_token=tokens.refresh_token)
    breaks("api_auth_verify_email_send_post", address)
    breaks("api_auth_verify_email_verify_post", proof)

    ask("mend")
    wait_until_mended(flow)
    nap.answers("api_auth_flow_flow_id_get", flow, model=nap.HandlersUserFlowData)
    fresh = nap.refresh(tokens, person)
    nap.answers("api_auth_verify_email_verify_post", proof, model=nap.HandlersVerifyEmailTokenResult)
    nap.logout(fresh, person)
    REPORT.finish()


report.run(main)
