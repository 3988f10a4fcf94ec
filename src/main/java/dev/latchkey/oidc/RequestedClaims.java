package dev.latchkey.oidc;

import com.nimbusds.openid.connect.sdk.OIDCClaimsRequest;
import com.nimbusds.openid.connect.sdk.claims.ClaimRequirement;
import com.nimbusds.openid.connect.sdk.claims.ClaimsSetRequest;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The {@code claims} parameter (OpenID Connect Core 1.0, section 5.5), as far as it is obeyed:
 * single claims about the person, who it has to be, and how they have to have signed in. It is kept
 * as words: a claim's name for user-info, with {@code id:} in front for the ID token.
 *
 * @param words separated by blanks
 * @param subject the only user who will do, or null
 * @param essentialAcr one of these has to be reached; empty when anything will do
 */
record RequestedClaims(String words, @Nullable String subject, List<String> essentialAcr) {
    private static final String ID = "id:";

    static RequestedClaims of(@Nullable OIDCClaimsRequest request) {
        if (request == null) {
            return new RequestedClaims("", null, List.of());
        }
        var forIdToken = request.getIDTokenClaimsRequest();
        var words =
                Stream.concat(
                                names(request.getUserInfoClaimsRequest()),
                                names(forIdToken).map(ID::concat))
                        .distinct()
                        .collect(Collectors.joining(" "));
        var subject = forIdToken == null ? null : forIdToken.get("sub");
        var acr = forIdToken == null ? null : forIdToken.get("acr");
        return new RequestedClaims(
                words, subject == null ? null : subject.getValueAsString(), essential(acr));
    }

    private static Stream<String> names(@Nullable ClaimsSetRequest request) {
        return request == null
                ? Stream.empty()
                : request.getEntries().stream()
                        .map(ClaimsSetRequest.Entry::getClaimName)
                        .filter(PersonClaims.NAMES::contains)
                        .filter(name -> !name.equals("sub"));
    }

    private static List<String> essential(ClaimsSetRequest.@Nullable Entry acr) {
        if (acr == null || acr.getClaimRequirement() != ClaimRequirement.ESSENTIAL) {
            return List.of();
        }
        if (acr.getValuesAsListOfStrings() != null) {
            return acr.getValuesAsListOfStrings();
        }
        return acr.getValueAsString() == null ? List.of() : List.of(acr.getValueAsString());
    }

    static Set<String> forIdToken(String words) {
        return Stream.of(words.split(" "))
                .filter(word -> word.startsWith(ID))
                .map(word -> word.substring(ID.length()))
                .collect(Collectors.toUnmodifiableSet());
    }

    static Set<String> forUserInfo(String words) {
        return Stream.of(words.split(" "))
                .filter(word -> !word.isEmpty() && !word.startsWith(ID))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Every claim's name, wherever it is to be told. */
    static Set<String> all(String words) {
        return Stream.concat(forIdToken(words).stream(), forUserInfo(words).stream())
                .collect(Collectors.toUnmodifiableSet());
    }
}
