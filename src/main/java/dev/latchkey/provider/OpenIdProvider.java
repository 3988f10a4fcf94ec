package dev.latchkey.provider;

import dev.latchkey.config.ProviderConfig;
import dev.latchkey.config.ProviderConfig.Claim;
import dev.latchkey.core.Origin;
import dev.latchkey.core.federation.Provider;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.time.Clock;
import java.util.Map;

/** Somebody else's OpenID provider (OpenID Connect Core 1.0, the code flow). */
final class OpenIdProvider implements Provider {
    private final ProviderConfig config;
    private final String issuer;
    private final Outside outside;
    private final Discovery discovery;
    private final Redemption redemption;
    private final Map<Claim, String> names;
    private volatile @Nullable IdTokenCheck check;

    OpenIdProvider(
            ProviderConfig config,
            ProviderConfig.Protocol.OpenId protocol,
            Outside outside,
            Clock clock) {
        this.config = config;
        this.issuer = protocol.issuer();
        this.outside = outside;
        this.discovery = new Discovery(protocol, outside, clock);
        this.redemption = new Redemption(config.client(), outside);
        this.names = Claims.names(Claims.OPENID, config.client().claims());
    }

    @Override
    public Kind kind() {
        return Kind.OPENID_CONNECT;
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
        return issuer;
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
        var endpoint = discovery.run().endpoints().authorization();
        return dev.latchkey.provider.Question.of(config.client(), endpoint, question)
                .customParameter("nonce", question.nonce())
                .build()
                .toURI()
                .toString();
    }

    @Override
    public Arrival arrive(Answer answer, Origin origin) {
        var description = discovery.run();
        checkIssuer(description, answer.issuer());
        var endpoints = description.endpoints();
        var tokens = redemption.run(endpoints.token(), answer, description.auth());
        var idToken = tokens.idToken();
        if (idToken == null) {
            throw Failed.because("it gave no ID token");
        }
        var told = check(endpoints.keys()).run(idToken, answer.nonce(), tokens.accessToken());
        var claims = whole(new Claims(names, told), endpoints.userInfo(), tokens.accessToken());
        var subject = subject(told);
        return new Arrival.Foreign(claims.identity(issuer, subject));
    }

    /** RFC 9207, section 2.4: who answered, and whether they have to say. */
    private void checkIssuer(Description description, @Nullable String said) {
        if (said == null ? description.namesItself() : !said.equals(issuer)) {
            throw Failed.because("the answer is another issuer's: " + said);
        }
    }

    private IdTokenCheck check(URI keysAt) {
        var known = check;
        if (known == null || !known.isOfKeysAt(keysAt)) {
            known = new IdTokenCheck(issuer, config.client().id(), keysAt, outside);
            check = known;
        }
        return known;
    }

    /** User-info is only asked when the ID token leaves out the email, as it may. */
    private Claims whole(Claims told, @Nullable URI userInfo, String accessToken) {
        if (told.text(Claim.EMAIL) != null || userInfo == null) {
            return told;
        }
        var more = outside.object(userInfo, Map.of("Authorization", "Bearer " + accessToken));
        if (!subject(told.values()).equals(more.get("sub"))) {
            throw Failed.because("its user-info is about somebody else");
        }
        return told.or(more);
    }

    private static String subject(Map<String, Object> claims) {
        if (claims.get("sub") instanceof String subject
                && !subject.isBlank()
                && subject.length() <= 255) {
            return subject;
        }
        throw Failed.because("it does not say who it is");
    }

    @Override
    public void checkUp() {
        var description = discovery.fetch();
        var keys = description.endpoints().keys();
        outside.object(keys, Map.of());
    }
}
