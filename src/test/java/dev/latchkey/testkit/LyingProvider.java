package dev.latchkey.testkit;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import dev.latchkey.core.code.Pkce;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A real OpenID provider over a real socket that lies in one way below each path, and signs in
 * whoever it is told to without asking. Below {@code /none} it tells the truth.
 */
public final class LyingProvider implements AutoCloseable {
    public static final String CLIENT = "latchkey-here";
    public static final String SECRET = "their secret: with %&=+ signs";
    private static final JsonMapper JSON = JsonMapper.shared();

    /** Somebody who signs in there. */
    public record Person(String subject, @Nullable String email, boolean verified, String name) {}

    /** A sign-in under way. */
    record Asked(
            Lie lie, @Nullable String nonce, String redirectUri, String challenge, Person who) {}

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<String, Asked> codes = new ConcurrentHashMap<>();
    private final Map<String, Asked> tokens = new ConcurrentHashMap<>();
    private final AtomicInteger keysFetched = new AtomicInteger();
    private volatile RSAKey key = newKey();
    private volatile Person person = new Person("ada", "ada@example.org", true, "Ada Lovelace");
    private volatile boolean emailInIdToken = true;
    private volatile Duration clockOff = Duration.ZERO;

    private LyingProvider(HttpServer server) {
        this.server = server;
    }

    public static LyingProvider start() {
        try {
            var server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
            var provider = new LyingProvider(server);
            server.setExecutor(provider.threads);
            server.createContext("/", provider::handle);
            server.start();
            return provider;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String issuer(Lie lie) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/" + lie.id();
    }

    /** Settings that make a provider of each of these. */
    public Map<String, String> settings(Lie... lies) {
        Map<String, String> settings = new HashMap<>();
        for (var lie : lies) {
            var prefix = "LATCHKEY_PROVIDERS_" + lie.name() + "_";
            settings.put(prefix + "ISSUER", issuer(lie));
            settings.put(prefix + "CLIENT_ID", CLIENT);
            settings.put(prefix + "CLIENT_SECRET", SECRET);
        }
        return settings;
    }

    public void signsIn(Person who) {
        person = who;
    }

    /** Whether the email stands in the ID token, as with most, or only in user-info. */
    public void tellsEmailInIdToken(boolean tells) {
        emailInIdToken = tells;
    }

    /** How far its clock is ahead of ours; its ID tokens live five minutes. */
    public void clockIsOffBy(Duration off) {
        clockOff = off;
    }

    /** New keys in place of the old ones, from one moment to the next. */
    public void rotateKeys() {
        key = newKey();
    }

    public int keysFetched() {
        return keysFetched.get();
    }

    static RSAKey newKey() {
        try {
            return new RSAKeyGenerator(2048).keyID(UUID.randomUUID().toString()).generate();
        } catch (JOSEException e) {
            throw new AssertionError(e);
        }
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var path = exchange.getRequestURI().getPath().split("/", 3);
            var lie = Lie.of(path[1]);
            switch (path[2]) {
                case ".well-known/openid-configuration" -> describe(exchange, lie);
                case "authorize" -> authorize(exchange, lie);
                case "token" -> token(exchange, lie);
                case "userinfo" -> userInfo(exchange, lie);
                case "keys" -> {
                    keysFetched.incrementAndGet();
                    json(exchange, 200, new JWKSet(key.toPublicJWK()).toJSONObject());
                }
                default -> json(exchange, 404, Map.of());
            }
        }
    }

    private void describe(HttpExchange exchange, Lie lie) throws IOException {
        if (lie == Lie.NO_ANSWER) {
            pause(20_000);
        }
        if (lie == Lie.DESCRIPTION_NOT_JSON) {
            send(exchange, 200, "text/html", "<h1>Welcome</h1>");
            return;
        }
        var issuer = issuer(lie);
        Map<String, Object> said = new LinkedHashMap<>();
        said.put("issuer", lie == Lie.DESCRIPTION_OF_ANOTHER ? issuer(Lie.NONE) : issuer);
        said.put("authorization_endpoint", issuer + "/authorize");
        said.put(
                "token_endpoint",
                lie == Lie.TOKENS_OVER_PLAIN_HTTP
                        ? "http://idp.example.com/token"
                        : issuer + "/token");
        said.put("userinfo_endpoint", issuer + "/userinfo");
        if (lie != Lie.DESCRIPTION_WITHOUT_KEYS) {
            said.put("jwks_uri", issuer + "/keys");
        }
        said.put("authorization_response_iss_parameter_supported", lie == Lie.SILENT_ABOUT_ISSUER);
        json(exchange, 200, said);
    }

    private void authorize(HttpExchange exchange, Lie lie) throws IOException {
        var query = parameters(exchange.getRequestURI().getRawQuery());
        var code = UUID.randomUUID().toString();
        codes.put(
                code,
                new Asked(
                        lie,
                        query.get("nonce"),
                        query.get("redirect_uri"),
                        query.get("code_challenge"),
                        person));
        var answer =
                switch (lie) {
                    case SAYS_NO -> "&error=access_denied";
                    case NO_CODE -> "";
                    case MIXED_UP_ISSUER -> "&code=" + code + "&iss=https://other.example.com";
                    default -> "&code=" + code;
                };
        exchange.getResponseHeaders()
                .set(
                        "Location",
                        query.get("redirect_uri")
                                + "?state="
                                + Visitor.encode(query.get("state"))
                                + answer);
        exchange.sendResponseHeaders(302, -1);
    }

    private void token(HttpExchange exchange, Lie lie) throws IOException {
        var form =
                parameters(
                        new String(
                                exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        var asked = codes.remove(form.getOrDefault("code", ""));
        if (asked == null
                || lie == Lie.CODE_USED_BEFORE
                || !asked.redirectUri().equals(form.get("redirect_uri"))
                || !Pkce.challengeOf(form.getOrDefault("code_verifier", ""))
                        .equals(asked.challenge())
                || !isOurClient(exchange)) {
            json(exchange, 400, Map.of("error", "invalid_grant"));
            return;
        }
        switch (lie) {
            case REDIRECTS -> {
                exchange.getResponseHeaders().set("Location", issuer(Lie.NONE) + "/token");
                exchange.sendResponseHeaders(302, -1);
            }
            case FAILS -> json(exchange, 500, Map.of());
            case HUGE_ANSWER -> json(exchange, 200, Map.of("access_token", "x".repeat(1 << 20)));
            case ENDLESS_ANSWER -> trickle(exchange);
            default -> json(exchange, 200, tokens(asked));
        }
    }

    private static boolean isOurClient(HttpExchange exchange) {
        var expected = Visitor.encode(CLIENT) + ":" + Visitor.encode(SECRET);
        var encoded =
                java.util.Base64.getEncoder()
                        .encodeToString(expected.getBytes(StandardCharsets.UTF_8));
        return ("Basic " + encoded).equals(exchange.getRequestHeaders().getFirst("Authorization"));
    }

    private Map<String, Object> tokens(Asked asked) {
        var accessToken = UUID.randomUUID().toString();
        tokens.put(accessToken, asked);
        Map<String, Object> said = new LinkedHashMap<>();
        said.put("token_type", "Bearer");
        if (asked.lie() != Lie.NO_ACCESS_TOKEN) {
            said.put("access_token", accessToken);
        }
        if (asked.lie() != Lie.NO_ID_TOKEN) {
            said.put(
                    "id_token",
                    new LyingIdToken(
                                    asked,
                                    issuer(asked.lie()),
                                    key,
                                    emailInIdToken,
                                    Instant.now().plus(clockOff))
                            .text(accessToken));
        }
        return said;
    }

    private void userInfo(HttpExchange exchange, Lie lie) throws IOException {
        var header = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
        var asked = tokens.get(header.replace("Bearer ", ""));
        if (asked == null) {
            json(exchange, 401, Map.of());
            return;
        }
        Map<String, Object> said = new LinkedHashMap<>();
        said.put(
                "sub",
                lie == Lie.OTHER_SUBJECT_IN_USER_INFO ? "somebody else" : asked.who().subject());
        if (lie != Lie.NO_EMAIL) {
            said.put("email", asked.who().email());
        }
        said.put("email_verified", asked.who().verified());
        said.put("name", asked.who().name());
        json(exchange, 200, said);
    }

    /** A byte now and then, for ever. */
    private static void trickle(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(200, 0);
        try (var out = exchange.getResponseBody()) {
            for (var i = 0; i < 200; i++) {
                out.write(' ');
                out.flush();
                pause(200);
            }
        }
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Map<String, String> parameters(@Nullable String text) {
        Map<String, String> parameters = new HashMap<>();
        Arrays.stream(String.valueOf(text).split("&"))
                .map(pair -> pair.split("=", 2))
                .filter(pair -> pair.length == 2)
                .forEach(pair ->
                        parameters.put(
                                pair[0], URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
        return parameters;
    }

    private static void json(HttpExchange exchange, int status, Object value) throws IOException {
        send(exchange, status, "application/json", JSON.writeValueAsString(value));
    }

    private static void send(HttpExchange exchange, int status, String type, String text)
            throws IOException {
        var body = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
