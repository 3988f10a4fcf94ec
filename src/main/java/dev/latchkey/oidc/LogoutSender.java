package dev.latchkey.oidc;

import dev.latchkey.core.Later;
import dev.latchkey.core.client.RegisteredClient;
import dev.latchkey.core.code.LogoutNotice;
import dev.latchkey.crypto.LogoutTokens;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/**
 * Sends one logout token (OpenID Connect Back-Channel Logout 1.0, section 2.5). Nothing that a
 * client's settings name is trusted: no redirect is followed, nothing of the answer is read but its
 * status, and no address is called where secrets lie about.
 */
public final class LogoutSender implements AutoCloseable {
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration ANSWER = Duration.ofSeconds(10);
    private static final Duration LIFETIME = Duration.ofMinutes(2);
    private static final Map<String, Object> EVENT =
            Map.of("http://schemas.openid.net/event/backchannel-logout", Map.of());

    /** It reads every certificate of this machine. */
    private final Later<HttpClient> http = Later.of(LogoutSender::client);

    private final LogoutTokens tokens;
    private final Outside outside;
    private final URI issuer;
    private final Clock clock;

    /**
     * @param loopback whether this machine's own addresses may be called: when our own is one
     */
    public LogoutSender(LogoutTokens tokens, URI issuer, boolean loopback, Clock clock) {
        this.tokens = tokens;
        this.outside = new Outside(loopback);
        this.issuer = issuer;
        this.clock = clock;
    }

    void send(RegisteredClient client, String uri, LogoutNotice notice)
            throws IOException, InterruptedException {
        var target = URI.create(uri);
        outside.require(target);
        var form =
                "logout_token=" + URLEncoder.encode(token(client, notice), StandardCharsets.UTF_8);
        var request =
                HttpRequest.newBuilder(target)
                        .timeout(ANSWER)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form))
                        .build();
        var answer = http.get().send(request, BodyHandlers.ofInputStream());
        try (InputStream _ = answer.body()) {
            if (answer.statusCode() / 100 != 2) {
                throw new IOException("it answered " + answer.statusCode());
            }
        }
    }

    private String token(RegisteredClient client, LogoutNotice notice) {
        var now = clock.instant();
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("iss", issuer.toString());
        claims.put("sub", notice.user().toString());
        claims.put("aud", client.id());
        claims.put("iat", now.getEpochSecond());
        claims.put("exp", now.plus(LIFETIME).getEpochSecond());
        claims.put("jti", UUID.randomUUID().toString());
        claims.put("sid", notice.session().toString());
        claims.put("events", EVENT);
        return tokens.sign(claims, IdTokenWriter.algorithm(client.idTokenAlgorithm()));
    }

    private static HttpClient client() {
        return HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NEVER)
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(CONNECT)
                .build();
    }

    @Override
    public void close() {
        http.ifMade(HttpClient::shutdownNow);
    }
}
