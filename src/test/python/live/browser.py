"""As much of a browser as a sign-in page without scripts needs: cookies, redirects, one form."""

import dataclasses
import html.parser
import http.client
import http.cookiejar
import urllib.error
import urllib.parse
import urllib.request

import people
import report

MOST_STEPS = 10


@dataclasses.dataclass
class Form:
    """A form of a page, with the values it came with."""

    action: str
    fields: dict[str, str] = dataclasses.field(default_factory=dict)
    asks_password: bool = False


@dataclasses.dataclass
class Page:
    """Where the browser is; without text when it stopped at a redirect it must not follow."""

    url: str
    status: int
    text: str


class Forms(html.parser.HTMLParser):
    """Collects the forms of a page that are sent by POST."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[Form] = []
        self._inside = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "form":
            self._inside = given.get("method", "get").lower() == "post"
            if self._inside:
                self.found.append(Form(given.get("action", "")))
        elif self._inside and tag in ("input", "button") and given.get("name"):
            self._take(given)

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self._inside = False

    def _take(self, given: dict[str, str]) -> None:
        form = self.found[-1]
        kind = given.get("type", "")
        form.asks_password = form.asks_password or kind == "password"
        if kind not in ("checkbox", "radio") or "checked" in given:
            form.fields.setdefault(given["name"], given.get("value", ""))


class NoRedirect(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_: object) -> None:
        return None


class Browser:
    def __init__(self) -> None:
        self._cookies = http.cookiejar.CookieJar()
        self._opener = urllib.request.build_opener(
            urllib.request.ProxyHandler({}),
            urllib.request.HTTPCookieProcessor(self._cookies),
            NoRedirect(),
        )

    def sign_in(self, start: str, person: people.Person, until: str) -> str:
        """Opens start, signs in on the page it leads to, and stops at the first redirect to an
        address that begins with until. Gives that address, which it does not open."""
        page = self._open(start, None, until)
        signed_in = False
        for _ in range(MOST_STEPS):
            if page.url.startswith(until):
                return page.url
            form = self._form(page)
            if form.asks_password:
                report.check(not signed_in, f"the page took no password: {page.text}")
                form.fields |= {"email": person.email, "password": person.password}
                signed_in = True
            page = self._open(urllib.parse.urljoin(page.url, form.action), form.fields, until)
        raise report.Mismatch(f"the sign-in at {start} never came to {until}")

    def cookies(self, url: str) -> str:
        """The Cookie header that this browser sends to an address."""
        request = urllib.request.Request(url)
        self._cookies.add_cookie_header(request)
        return request.get_header("Cookie") or ""

    def visit(self, url: str, until: str) -> Page:
        """Opens an address and follows where it leads, up to until."""
        return self._open(url, None, until)

    @staticmethod
    def _form(page: Page) -> Form:
        report.check(page.status == 200, f"{page.url} gave {page.status}: {page.text}")
        forms = Forms()
        forms.feed(page.text)
        report.check(bool(forms.found), f"{page.url} has no form: {page.text}")
        return next((form for form in forms.found if form.asks_password), forms.found[0])

    def _open(self, url: str, form: dict[str, str] | None, until: str) -> Page:
        for _ in range(MOST_STEPS):
            response = self._send(url, form)
            location = response.headers.get("Location")
            if not 300 <= response.status < 400 or not location:
                return Page(url, response.status, response.read().decode())
            url, form = urllib.parse.urljoin(url, location), None
            if url.startswith(until):
                return Page(url, response.status, "")
        raise report.Mismatch(f"too many redirects, the last to {url}")

    def _send(self, url: str, form: dict[str, str] | None) -> "http.client.HTTPResponse | urllib.error.HTTPError":
        headers = {"Accept": "text/html,application/xhtml+xml,*/*;q=0.8"}
        data = None
        if form is not None:
            data = urllib.parse.urlencode(form).encode()
            origin = urllib.parse.urlsplit(url)
            headers |= {"Origin": f"{origin.scheme}://{origin.netloc}", "Sec-Fetch-Site": "same-origin"}
        try:
            return self._opener.open(urllib.request.Request(url, data, headers), timeout=30)
        except urllib.error.HTTPError as answer:
            return answer
