package dev.latchkey.oidc;

import dev.latchkey.core.Origin;
import dev.latchkey.core.client.ClientProof;
import dev.latchkey.core.client.ClientSettings;
import dev.latchkey.core.client.ClientWithSecret;
import dev.latchkey.core.client.GrantType;
import dev.latchkey.core.client.IdTokenAlgorithm;
import dev.latchkey.core.code.Pkce;
import dev.latchkey.testkit.Http;
import dev.latchkey.testkit.Http.Answer;
import dev.latchkey.testkit.TestServer;
import dev.latchkey.testkit.Visitor;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * A registered client of our provider, somewhere else: it asks, exchanges, refreshes, signs out.
 */
final class Party {
    static final String BACK = "https://app.example/callback";
    static final String BYE = "https://app.example/bye";

    final String id;
    final String redirectUri;
    final String state = Pkce.random();
    final String nonce = Pkce.random();
    final String verifier = Pkce.random();
    private final TestServer server;
    private final @Nullable String secret;

    private Party(TestServer server, ClientWithSecret made) {
        this.server = server;
        this.id = made.client().id();
        this.secret = made.secret() == null ? null : made.secret().text();
        var uris = made.client().settings().redirectUris();
        this.redirectUri = uris.isEmpty() ? BACK : uris.getFirst();
    }

    /** Settings of a confidential, trusted client that may do everything. */
    static ClientSettings settings() {
        return new ClientSettings(
                "Example",
                ClientProof.SECRET,
                null,
                IdTokenAlgorithm.RS256,
                List.of(BACK),
                List.of(BYE),
                null,
                Set.of(GrantType.values()),
                null,
                Set.of(),
                true,
                false);
    }

    /** Settings of a resource server: it may ask what anybody's token is worth. */
    static ClientSettings apiSettings() {
        return new ClientSettings(
                "API",
                ClientProof.SECRET,
                null,
                IdTokenAlgorithm.RS256,
                List.of(),
                List.of(),
                null,
                Set.of(GrantType.CLIENT_CREDENTIALS),
                null,
                Set.of(),
                true,
                true);
    }

    static ClientSettings publicSettings(String... redirectUris) {
        return new ClientSettings(
                "Public",
                ClientProof.NONE,
                null,
                IdTokenAlgorithm.RS256,
                List.of(redirectUris),
                List.of(),
                null,
                Set.of(GrantType.AUTHORIZATION_CODE, GrantType.REFRESH_TOKEN),
                null,
                Set.of(),
                true,
                false);
    }

    static Party of(TestServer server) {
        return of(server, settings());
    }

    static Party of(TestServer server, ClientSettings settings) {
        return new Party(
                server,
                server.core()
                        .openId
                        .registerClient
                        .run(null, settings, null, Origin.local("test")));
    }

    String secret() {
        return Objects.requireNonNull(secret);
    }

    /** A request as Semaphore makes it: no PKCE, no nonce. */
    String authorize(String... changes) {
        Map<String, String> question = new LinkedHashMap<>();
        question.put("response_type", "code");
        question.put("client_id", id);
        question.put("redirect_uri", redirectUri);
        question.put("scope", "openid profile email offline_access");
        question.put("state", state);
        change(question, changes);
        return "/oidc/authorize?" + RelyingParty.encoded(question);
    }

    static void change(Map<String, String> fields, String... changes) {
        for (int i = 0; i < changes.length; i += 2) {
            fields.put(changes[i], changes[i + 1]);
        }
        fields.values().removeIf(String::isEmpty);
    }

    /** Signs in where that is asked for, and gives what comes back to the client. */
    Map<String, String> ask(Visitor visitor, String email, String... changes) {
        var answer = settle(visitor, visitor.get(authorize(changes)));
        if (!isBack(answer)) {
            answer = settle(visitor, visitor.signIn(answer, email, TestServer.PASSWORD));
        }
        if (!isBack(answer)) {
            throw new AssertionError("not back at the client: " + answer.status() + answer.text());
        }
        return RelyingParty.answerOf(answer);
    }

    String code(Visitor visitor, String email, String... changes) {
        return Objects.requireNonNull(ask(visitor, email, changes).get("code"));
    }

    String code(String email, String... changes) {
        return code(Visitor.at(server.url()), email, changes);
    }

    /** Follows redirects up to the one that leads to the client. */
    Answer settle(Visitor visitor, Answer answer) {
        var last = answer;
        for (int i = 0;
                i < 10 && last.header("Location") != null && !isBack(last) && !isElsewhere(last);
                i++) {
            last = visitor.get(String.valueOf(last.header("Location")));
        }
        return last;
    }

    private boolean isElsewhere(Answer answer) {
        return !String.valueOf(answer.header("Location")).startsWith(server.url() + "/");
    }

    boolean isBack(Answer answer) {
        return String.valueOf(answer.header("Location")).startsWith(redirectUri + "?");
    }

    Answer exchange(String code, String... changes) {
        return token(
                with(
                        changes,
                        "grant_type",
                        "authorization_code",
                        "code",
                        code,
                        "redirect_uri",
                        redirectUri));
    }

    Answer refresh(String refreshToken, String... changes) {
        return token(with(changes, "grant_type", "refresh_token", "refresh_token", refreshToken));
    }

    private static String[] with(String[] changes, String... first) {
        var all = Arrays.copyOf(first, first.length + changes.length);
        System.arraycopy(changes, 0, all, first.length, changes.length);
        return all;
    }

    /** A request to the token endpoint in the way this client proves itself. */
    Answer token(String... fields) {
        return post("/oidc/token", fields);
    }

    Answer introspect(String token) {
        return post("/oidc/introspect", "token", token);
    }

    Answer revoke(String token) {
        return post("/oidc/revoke", "token", token);
    }

    Answer post(String path, String... fields) {
        Map<String, String> form = new LinkedHashMap<>();
        if (secret == null) {
            form.put("client_id", id);
        }
        change(form, fields);
        return form(secret == null ? null : basic(id, secret), path, form);
    }

    /** A form with a header, or none. */
    Answer form(@Nullable String authorization, String path, Map<String, String> form) {
        var http = Http.at(server.url());
        return (authorization == null ? http : http.with("Authorization", authorization))
                .raw(
                        "POST",
                        path,
                        "application/x-www-form-urlencoded",
                        RelyingParty.encoded(form).getBytes(StandardCharsets.UTF_8));
    }

    static String basic(String id, String secret) {
        var both = Visitor.encode(id) + ":" + Visitor.encode(secret);
        return "Basic " + Base64.getEncoder().encodeToString(both.getBytes(StandardCharsets.UTF_8));
    }

    Answer userInfo(String accessToken) {
        return Http.at(server.url()).bearer(accessToken).get("/oidc/userinfo");
    }

    /** The claims of a token of ours; its signature is somebody else's business. */
    static JsonNode claims(String token) {
        return JsonMapper.shared().readTree(Base64.getUrlDecoder().decode(token.split("\\.")[1]));
    }

    static JsonNode header(String token) {
        return JsonMapper.shared().readTree(Base64.getUrlDecoder().decode(token.split("\\.")[0]));
    }
}
