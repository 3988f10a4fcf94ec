"""Holds a generated client to what its document says, and prints a JSON line for each status reached."""

import importlib
import json
import sys
import traceback
from typing import Any, Callable


class Mismatch(Exception):
    """The server, as this client sees it, does not do what the document or the contract says."""


def check(holds: bool, sentence: str) -> None:
    if not holds:
        raise Mismatch(sentence)


class Report:
    """The statuses that one client reached.

    documented: for each operation the statuses of its document, "0" for its default answer. Whatever
    else is reached is printed as not documented.
    """

    def __init__(self, package: str, documented: dict[str, str]):
        self._exception = importlib.import_module(package + ".exceptions").ApiException
        self._documented = {
            (operation, status) for operation, all in documented.items() for status in all.split()
        }
        self._reached: set[tuple[str, str]] = set()

    def answers(self, operation: str, call: Callable[[], Any], status: int, model: Any) -> Any:
        """The call, a ..._with_http_info, gives this status and this model; [X] is a list of X."""
        try:
            response = call()
        except self._exception as refused:
            raise Mismatch(f"{operation} gave {refused.status} instead of {status}: {refused.body}")
        check(
            response.status_code == status,
            f"{operation} gave {response.status_code} instead of {status}",
        )
        check_model(operation, response.data, model)
        self._reach(operation, str(status), status)
        return response

    def refuses(
        self, operation: str, call: Callable[[], Any], status: int, model: Any, row: str = ""
    ) -> Any:
        """The call raises the client's exception with this status; row is "0" for a default answer.

        The body has to fit the model. Some releases give the body of a default answer as text only.
        """
        try:
            answer = call()
        except self._exception as refused:
            check(
                refused.status == status,
                f"{operation} gave {refused.status} instead of {status}: {refused.body}",
            )
            if row and refused.data is None and model is not None:
                refused.data = model.from_json(refused.body)
            check_model(operation, refused.data, model)
            self._reach(operation, row or str(status), status)
            return refused
        raise Mismatch(f"{operation} gave an answer instead of {status}: {answer!r}")

    def redirects(self, operation: str, call: Callable[[], Any], status: int, to: str) -> str:
        """The call, a ..._without_preload_content, was first sent on with this status.

        The client follows redirects by itself; urllib3 remembers them. Where it ends has to be
        there, or the client would raise.
        """
        response = call()
        check(bool(response.retries.history), f"{operation} gave {response.status}, no redirect")
        first = response.retries.history[0]
        check(first.status == status, f"{operation} gave {first.status} instead of {status}")
        location = first.redirect_location or ""
        check(location.startswith(to), f"{operation} leads to {location} instead of {to}")
        check(
            response.status < 400,
            f"{operation} leads to {location}, where the client gets {response.status}",
        )
        self._reach(operation, str(status), status)
        return location

    def finish(self) -> None:
        """Fails when a documented status was not reached."""
        missed = sorted(self._documented - self._reached)
        check(not missed, "not reached: " + ", ".join(" ".join(row) for row in missed))

    def _reach(self, operation: str, row: str, status: int) -> None:
        if (operation, row) not in self._reached:
            self._reached.add((operation, row))
            line = {
                "operation": operation,
                "status": row,
                "http": status,
                "documented": (operation, row) in self._documented,
            }
            print(json.dumps(line), flush=True)


def check_model(operation: str, data: Any, model: Any) -> None:
    if model is None:
        check(data is None, f"{operation} gave {data!r} instead of nothing")
    elif isinstance(model, list):
        check(isinstance(data, list), f"{operation} gave {data!r} instead of a list")
        for item in data:
            check_model(operation, item, model[0])
    else:
        check(isinstance(data, model), f"{operation} gave {data!r} instead of a {model.__name__}")


def cookie(response: Any) -> str:
    """name=value of the one cookie that an answer sets, which no script may read."""
    headers = {name.lower(): value for name, value in response.headers.items()}
    check("set-cookie" in headers, f"no cookie among {headers}")
    given = headers["set-cookie"]
    for attribute in ("HttpOnly", "SameSite=Lax", "Path=/"):
        check(attribute.lower() in given.lower(), f"{attribute} is not in {given}")
    return given.split(";")[0]


def run(script: Callable[[], None]) -> None:
    """Ends the process with 1 and a readable message when the script fails."""
    try:
        script()
    except Exception as problem:
        traceback.print_exc()
        print(f"{type(problem).__name__}: {problem}", file=sys.stderr)
        sys.exit(1)
