"""Points a generated client at one address that its operation has no parameters for.

The callbacks of the browser flows take no arguments in the clients, but need ?code=...&state=... .
The clients join configured host and path and never look into the host. So the host becomes the whole
address followed by "#": what the client appends is a fragment, which urllib3 does not send. On the
wire stands exactly the address, and the package stays as it is.
"""

from typing import Any


def at(package: Any, address: str) -> Any:
    """A client of the package whose next operation goes to this address."""
    return package.ApiClient(package.Configuration(host=address + "#"))
