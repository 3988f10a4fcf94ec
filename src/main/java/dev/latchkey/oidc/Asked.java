package dev.latchkey.oidc;

import com.nimbusds.oauth2.sdk.util.URLUtils;

import dev.latchkey.core.code.IssueCode;
import dev.latchkey.core.code.SignInFactors;
import dev.latchkey.core.session.Session;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An authorization request that was found good, as far as it is obeyed (OpenID Connect Core 1.0,
 * section 3.1.2.1).
 *
 * @param code what the code will stand for
 * @param wish how it is to be done
 * @param maxAge seconds that a sign-in may be old, or null
 * @param subject who it should be ({@code id_token_hint} or {@code claims}), or null
 * @param acr one of these has to be reached; empty when anything will do
 * @param at when it was asked, in milliseconds
 */
record Asked(
        IssueCode.Request code,
        @Nullable String state,
        Wish wish,
        @Nullable Integer maxAge,
        @Nullable String subject,
        List<String> acr,
        Instant at) {

    /**
     * The {@code prompt} parameter.
     *
     * @param silent {@code none}: answer without a page
     * @param again {@code login}: an older sign-in does not count
     * @param consent {@code consent}: an older consent does not count
     */
    record Wish(boolean silent, boolean again, boolean consent) {}

    /** Whether a sign-in was made for this request, however it will be judged otherwise. */
    boolean isAnsweredBy(Session session) {
        return !session.authenticatedAt().isBefore(at);
    }

    /** Whether a sign-in is new enough. */
    boolean acceptsAgeOf(Session session, Instant now) {
        var young = maxAge == null || !now.isAfter(session.authenticatedAt().plusSeconds(maxAge));
        return isAnsweredBy(session) || !wish.again() && young;
    }

    boolean acceptsUserOf(Session session) {
        return subject == null || subject.equals(session.user().toString());
    }

    boolean acceptsFactorsOf(Session session) {
        var factors = SignInFactors.of(session.method());
        return acr.isEmpty() || acr.stream().anyMatch(factors::reaches);
    }

    /** As text, to be sealed. */
    String text() {
        Map<String, List<String>> all = new LinkedHashMap<>();
        put(all, "client_id", code.clientId());
        put(all, "redirect_uri", code.redirectUri());
        put(all, "scope", code.scope());
        put(all, "claims", code.claims());
        put(all, "nonce", code.nonce());
        put(all, "code_challenge", code.challenge());
        put(all, "state", state);
        put(all, "silent", wish.silent() ? "1" : null);
        put(all, "again", wish.again() ? "1" : null);
        put(all, "consent", wish.consent() ? "1" : null);
        put(all, "max_age", maxAge == null ? null : maxAge.toString());
        put(all, "sub", subject);
        put(all, "acr", String.join(" ", acr));
        put(all, "at", Long.toString(at.toEpochMilli()));
        return URLUtils.serializeParameters(all);
    }

    static Asked of(String text) {
        var all = URLUtils.parseParameters(text);
        return new Asked(
                request(all),
                find(all, "state").orElse(null),
                new Wish(
                        all.containsKey("silent"),
                        all.containsKey("again"),
                        all.containsKey("consent")),
                find(all, "max_age").map(Integer::valueOf).orElse(null),
                find(all, "sub").orElse(null),
                find(all, "acr").map(words -> List.of(words.split(" "))).orElse(List.of()),
                Instant.ofEpochMilli(Long.parseLong(find(all, "at").orElseThrow())));
    }

    private static IssueCode.Request request(Map<String, List<String>> all) {
        return new IssueCode.Request(
                find(all, "client_id").orElseThrow(),
                find(all, "redirect_uri").orElseThrow(),
                find(all, "scope").orElseThrow(),
                find(all, "claims").orElse(""),
                find(all, "nonce").orElse(null),
                find(all, "code_challenge").orElse(null));
    }

    private static void put(Map<String, List<String>> all, String name, @Nullable String value) {
        if (value != null && !value.isEmpty()) {
            all.put(name, List.of(value));
        }
    }

    private static Optional<String> find(Map<String, List<String>> all, String name) {
        return Optional.ofNullable(all.get(name)).map(List::getFirst);
    }
}
