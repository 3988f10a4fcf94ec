package dev.latchkey.oidc;

import dev.latchkey.core.code.Pkce;
import dev.latchkey.testkit.Http;
import dev.latchkey.testkit.Http.Answer;
import dev.latchkey.testkit.TestServer;
import dev.latchkey.testkit.Visitor;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A public client of our provider, as Trieve's door is one: it knows its verifier and remembers
 * what it asked.
 */
final class RelyingParty {
    static final String CLIENT = "trieve";

    final String verifier = Pkce.random();
    final String state = Pkce.random();
    final String nonce = Pkce.random();
    final String redirectUri;
    private final TestServer server;

    RelyingParty(TestServer server) {
        this.server = server;
        this.redirectUri = server.url() + "/trieve/api/auth/callback";
    }

    /** The parameters of a good request. */
    Map<String, String> question() {
        Map<String, String> question = new LinkedHashMap<>();
        question.put("response_type", "code");
        question.put("client_id", CLIENT);
        question.put("redirect_uri", redirectUri);
        question.put("scope", "openid profile email");
        question.put("state", state);
        question.put("nonce", nonce);
        question.put("code_challenge", Pkce.challengeOf(verifier));
        question.put("code_challenge_method", "S256");
        return question;
    }

    /** A good request with some parameters changed; an empty value leaves one out. */
    String authorize(String... changes) {
        var question = question();
        for (int i = 0; i < changes.length; i += 2) {
            question.put(changes[i], changes[i + 1]);
        }
        question.values().removeIf(String::isEmpty);
        return "/oidc/authorize?" + encoded(question);
    }

    static String encoded(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field ->
                        Visitor.encode(field.getKey()) + "=" + Visitor.encode(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    /** Signs in and gives the answer that leads back to the client. */
    Answer signIn(Visitor visitor, String email, String... changes) {
        var page = settle(visitor, visitor.get(authorize(changes)));
        return settle(visitor, visitor.signIn(page, email, TestServer.PASSWORD));
    }

    /** Follows redirects up to the one that leads to the client. */
    Answer settle(Visitor visitor, Answer answer) {
        var last = answer;
        for (int i = 0; i < 10 && last.header("Location") != null && !isBack(last); i++) {
            last = visitor.get(String.valueOf(last.header("Location")));
        }
        return last;
    }

    boolean isBack(Answer answer) {
        return String.valueOf(answer.header("Location")).startsWith(redirectUri + "?");
    }

    Answer exchange(String code, String... changes) {
        Map<String, String> fields =
                new LinkedHashMap<>(
                        Map.of(
                                "grant_type", "authorization_code",
                                "client_id", CLIENT,
                                "redirect_uri", redirectUri,
                                "code", code,
                                "code_verifier", verifier));
        for (int i = 0; i < changes.length; i += 2) {
            fields.put(changes[i], changes[i + 1]);
        }
        fields.values().removeIf(String::isEmpty);
        return token(encoded(fields));
    }

    Answer token(String form) {
        return Http.at(server.url())
                .raw(
                        "POST",
                        "/oidc/token",
                        "application/x-www-form-urlencoded",
                        form.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    /** What a redirect to the client says. */
    static Map<String, String> answerOf(Answer redirect) {
        var query = URI.create(String.valueOf(redirect.header("Location"))).getRawQuery();
        Map<String, String> all = new LinkedHashMap<>();
        for (var pair : query.split("&")) {
            var parts = pair.split("=", 2);
            all.put(
                    parts[0],
                    java.net.URLDecoder.decode(parts[1], java.nio.charset.StandardCharsets.UTF_8));
        }
        return all;
    }
}
