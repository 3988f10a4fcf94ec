package dev.latchkey.oidc;

import com.nimbusds.oauth2.sdk.util.URLUtils;

import dev.latchkey.core.code.IssueCode;
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
 * @param silent {@code prompt=none}: answer without a page
 * @param again {@code prompt=login}: an older sign-in does not count
 * @param maxAge seconds that a sign-in may be old, or null
 * @param subject who it should be ({@code id_token_hint}), or null
 * @param at when it was asked, in milliseconds
 */
record Asked(
        IssueCode.Request code,
        @Nullable String state,
        boolean silent,
        boolean again,
        @Nullable Integer maxAge,
        @Nullable String subject,
        @Nullable String loginHint,
        Instant at) {

    /** Whether a sign-in was made for this request, however it will be judged otherwise. */
    boolean isAnsweredBy(Session session) {
        return !session.authenticatedAt().isBefore(at);
    }

    /** Whether a sign-in is new enough. */
    boolean acceptsAgeOf(Session session, Instant now) {
        var young = maxAge == null || !now.isAfter(session.authenticatedAt().plusSeconds(maxAge));
        return isAnsweredBy(session) || !again && young;
    }

    boolean acceptsUserOf(Session session) {
        return subject == null || subject.equals(session.user().toString());
    }

    /**
     * As text, to be sealed. The login hint stays behind: only the sign-in page wants it, and gets
     * it in the clear.
     */
    String text() {
        Map<String, List<String>> all = new LinkedHashMap<>();
        put(all, "client_id", code.clientId());
        put(all, "redirect_uri", code.redirectUri());
        put(all, "scope", code.scope());
        put(all, "claims", code.claims());
        put(all, "nonce", code.nonce());
        put(all, "code_challenge", code.challenge());
        put(all, "state", state);
        put(all, "silent", silent ? "1" : null);
        put(all, "again", again ? "1" : null);
        put(all, "max_age", maxAge == null ? null : maxAge.toString());
        put(all, "sub", subject);
        put(all, "at", Long.toString(at.toEpochMilli()));
        return URLUtils.serializeParameters(all);
    }

    static Asked of(String text) {
        var all = URLUtils.parseParameters(text);
        var code =
                new IssueCode.Request(
                        find(all, "client_id").orElseThrow(),
                        find(all, "redirect_uri").orElseThrow(),
                        find(all, "scope").orElseThrow(),
                        find(all, "claims").orElse(""),
                        find(all, "nonce").orElse(null),
                        find(all, "code_challenge").orElse(null));
        return new Asked(
                code,
                find(all, "state").orElse(null),
                all.containsKey("silent"),
                all.containsKey("again"),
                find(all, "max_age").map(Integer::valueOf).orElse(null),
                find(all, "sub").orElse(null),
                null,
                Instant.ofEpochMilli(Long.parseLong(find(all, "at").orElseThrow())));
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
