package dev.latchkey.provider;

import dev.latchkey.config.ProviderConfig;
import dev.latchkey.config.ProviderConfig.Claim;
import dev.latchkey.config.ProviderConfig.ClientAuth;
import dev.latchkey.core.Origin;
import dev.latchkey.core.federation.Identity;
import dev.latchkey.core.federation.Provider;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * A plain OAuth 2 server with an address that tells who a token is of, and perhaps one that lists
 * their email addresses: GitHub's way.
 */
final class OAuth2Provider implements Provider {
    private final ProviderConfig config;
    private final ProviderConfig.Protocol.OAuth2 protocol;
    private final Outside outside;
    private final Redemption redemption;
    private final Map<Claim, String> names;

    OAuth2Provider(
            ProviderConfig config, ProviderConfig.Protocol.OAuth2 protocol, Outside outside) {
        this.config = config;
        this.protocol = protocol;
        this.outside = outside;
        this.redemption = new Redemption(config.client(), outside);
        this.names = Claims.names(Claims.OAUTH2, config.client().claims());
    }

    @Override
    public Kind kind() {
        return Kind.OAUTH2;
    }

    @Override
    public String id() {
        return config.id();
    }

    @Override
    public String name() {
        return config.name();
    }

    @Override
    public String issuer() {
        return protocol.issuer();
    }

    @Override
    public @Nullable String color() {
        return config.color();
    }

    @Override
    public @Nullable String icon() {
        return config.icon();
    }

    @Override
    public String authorizationUrl(Question question) {
        return dev.latchkey.provider.Question.of(
                        config.client(), protocol.authorization(), question)
                .build()
                .toURI()
                .toString();
    }

    @Override
    public Arrival arrive(Answer answer, Origin origin) {
        if (answer.issuer() != null && !answer.issuer().equals(protocol.issuer())) {
            throw Failed.because("the answer is another issuer's: " + answer.issuer());
        }
        var token = redemption.run(protocol.token(), answer, ClientAuth.POST).accessToken();
        var headers = Map.of("Authorization", "Bearer " + token);
        var claims = new Claims(names, outside.object(protocol.userInfo(), headers));
        var subject = claims.text(Claim.SUBJECT);
        if (subject == null || subject.length() > 255) {
            throw Failed.because("it does not say who it is");
        }
        return new Arrival.Foreign(identity(claims, subject, headers));
    }

    private Identity identity(Claims claims, String subject, Map<String, String> headers) {
        URI emails = protocol.emails();
        if (emails == null) {
            return claims.identity(protocol.issuer(), subject);
        }
        var best = best(outside.list(emails, headers));
        return best == null
                ? claims.identity(protocol.issuer(), subject, null, false)
                : claims.identity(
                        protocol.issuer(),
                        subject,
                        String.valueOf(best.get("email")),
                        isTrue(best, "verified"));
    }

    /** The primary address, before others a verified one. */
    private static @Nullable Map<String, Object> best(List<Map<String, Object>> emails) {
        return emails.stream()
                .filter(email -> email.get("email") instanceof String)
                .min(
                        Comparator.comparing((Map<String, Object> e) -> !isTrue(e, "primary"))
                                .thenComparing(e -> !isTrue(e, "verified")))
                .orElse(null);
    }

    private static boolean isTrue(Map<String, Object> email, String name) {
        return Boolean.TRUE.equals(email.get(name));
    }

    /** Who has no token can only see whether somebody answers there. */
    @Override
    public void checkUp() {
        outside.get(protocol.userInfo(), Map.of());
        outside.get(protocol.authorization(), Map.of());
    }
}
