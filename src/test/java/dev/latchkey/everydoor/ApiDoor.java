package dev.latchkey.everydoor;

import dev.latchkey.testkit.Http;
import dev.latchkey.testkit.Http.Answer;
import dev.latchkey.testkit.TestServer;
import dev.latchkey.testkit.Visitor;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Pattern;

/** Each API as a client uses it: signing in, asking who one is, leaving. */
enum ApiDoor {
    TRIEVE {
        @Override
        Held signIn(TestServer server, String email) {
            var browser = Visitor.at(server.url());
            throughOurPage(browser, browser.open("/trieve/api/auth"), email);
            return new Held.Cookie(browser.cookie("trieve_session").orElseThrow());
        }

        @Override
        boolean takes(Held held) {
            return true;
        }

        @Override
        boolean knows(TestServer server, Held held) {
            return known(as(server, held, "trieve_session").get("/trieve/api/auth/me"), 400);
        }

        @Override
        int leave(TestServer server, Held held) {
            return as(server, held, "trieve_session").delete("/trieve/api/auth").status();
        }
    },

    NUEXTRACT {
        @Override
        Held signIn(TestServer server, String email) {
            var api = Http.at(server.url("/nuextract/v1"));
            var target = "http://localhost:5173/done";
            var browser = Visitor.at(server.url());
            var start = api.get("/api/auth?redirectUri=" + Visitor.encode(target)).text();
            var end = throughOurPage(browser, browser.open(start), email);
            var code =
                    Pattern.compile("[?&]code=([^&]+)")
                            .matcher(String.valueOf(end.header("Location")));
            if (!code.find()) {
                throw new AssertionError("no code came back: " + end.status() + " " + end.text());
            }
            var body =
                    Map.of(
                            "type",
                            "ai.numind.extract.shared.TokenCodeRequest",
                            "code",
                            code.group(1),
                            "redirectUri",
                            target);
            return new Held.Bearer(
                    ok(api.post("/api/auth/token", body)).json().get("token").asString());
        }

        @Override
        boolean knows(TestServer server, Held held) {
            return known(as(server, held, "none").get("/nuextract/v1/api/auth/me"), 401);
        }

        /**
         * It leaves by the refresh token, which only its own sign-in gives; a bearer token alone
         * does not do it.
         */
        @Override
        int leave(TestServer server, Held held) {
            return AIVO.leave(server, held);
        }
    },

    SEMAPHORE {
        @Override
        Held signIn(TestServer server, String email) {
            var body = Map.of("auth", email, "password", TestServer.PASSWORD);
            var answer = Http.at(server.url()).post("/semaphore/api/auth/login", body);
            return new Held.Cookie(answer.cookie("semaphore").orElseThrow());
        }

        @Override
        boolean takes(Held held) {
            return true;
        }

        @Override
        boolean knows(TestServer server, Held held) {
            return known(as(server, held, "semaphore").get("/semaphore/api/user/tokens"), 401);
        }

        @Override
        int leave(TestServer server, Held held) {
            return as(server, held, "semaphore").post("/semaphore/api/auth/logout").status();
        }
    },

    AIVO {
        @Override
        Held signIn(TestServer server, String email) {
            var body = Map.of("email", email, "password", TestServer.PASSWORD);
            var answer = ok(Http.at(server.url()).post("/aivo/auth/v1/login", body));
            return new Held.Bearer(answer.json().get("accessToken").asString());
        }

        @Override
        boolean knows(TestServer server, Held held) {
            return known(as(server, held, "none").get("/aivo/auth/v1/me"), 401);
        }

        @Override
        int leave(TestServer server, Held held) {
            return as(server, held, "none").post("/aivo/auth/v1/logout").status();
        }
    },

    NAP {
        @Override
        Held signIn(TestServer server, String email) {
            var body = Map.of("email", email, "password", TestServer.PASSWORD);
            var answer = ok(Http.at(server.url()).post("/nap/api/auth/login", body));
            var wrapped = answer.json().get("tokens").get("session_token").asString();
            return new Held.Bearer(
                    new String(Base64.getUrlDecoder().decode(wrapped), StandardCharsets.US_ASCII));
        }

        /**
         * It has no operation that only asks; what its token is worth is seen at a door that has
         * one.
         */
        @Override
        boolean knows(TestServer server, Held held) {
            return AIVO.knows(server, held);
        }

        @Override
        int leave(TestServer server, Held held) {
            var wrapped =
                    Base64.getUrlEncoder()
                            .withoutPadding()
                            .encodeToString(
                                    ((Held.Bearer) held)
                                            .text()
                                            .getBytes(StandardCharsets.US_ASCII));
            return Http.at(server.url())
                    .with("X-NAP-Session-Token", wrapped)
                    .post("/nap/api/auth/logout")
                    .status();
        }
    };

    abstract Held signIn(TestServer server, String email);

    /** Whether this door takes what carries a session in that form. */
    boolean takes(Held held) {
        return held instanceof Held.Bearer;
    }

    /**
     * Whether the door says who the holder is; anything but yes or its documented no is an error.
     */
    abstract boolean knows(TestServer server, Held held);

    /** Signs out; gives the status. */
    abstract int leave(TestServer server, Held held);

    private static boolean known(Answer answer, int refused) {
        if (answer.status() != 200 && answer.status() != refused) {
            throw new AssertionError(answer.status() + " " + answer.text());
        }
        return answer.status() == 200;
    }

    private static Answer throughOurPage(Visitor browser, Answer page, String email) {
        return browser.settle(browser.signIn(page, email, TestServer.PASSWORD));
    }

    private static Http as(TestServer server, Held held, String cookieName) {
        var http = Http.at(server.url());
        return switch (held) {
            case Held.Bearer(var text) -> http.bearer(text);
            case Held.Cookie(var value) -> http.with("Cookie", cookieName + "=" + value);
        };
    }

    private static Answer ok(Answer answer) {
        if (answer.status() != 200) {
            throw new AssertionError(answer.status() + " " + answer.text());
        }
        return answer;
    }
}
