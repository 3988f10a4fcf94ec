package dev.latchkey.testkit;

/** What a {@link LyingProvider} does, and for which reason it has to be refused. */
public enum Lie {
    /** The truth. */
    NONE(""),
    DESCRIPTION_OF_ANOTHER("its description is of another issuer"),
    TOKENS_OVER_PLAIN_HTTP("an address that is not https"),
    DESCRIPTION_WITHOUT_KEYS("its description has no jwks_uri"),
    DESCRIPTION_NOT_JSON("something else than the JSON"),
    SAYS_NO("it said access_denied"),
    NO_CODE("it gave no code"),
    MIXED_UP_ISSUER("the answer is another issuer's"),
    SILENT_ABOUT_ISSUER("the answer is another issuer's: null"),
    CODE_USED_BEFORE("it did not take the code: invalid_grant"),
    NO_ID_TOKEN("it gave no ID token"),
    NO_ACCESS_TOKEN("it gave no access token"),
    BAD_SIGNATURE("Invalid signature"),
    UNKNOWN_KEY("no matching key"),
    ALGORITHM_NONE("Signed ID token expected"),
    HMAC_WITH_PUBLIC_KEY("no matching key"),
    ENCRYPTED("Decryption of JWTs not configured"),
    WRONG_NONCE("Unexpected JWT nonce"),
    NO_NONCE("Missing JWT nonce"),
    WRONG_AUDIENCE("Unexpected JWT audience"),
    SEVERAL_AUDIENCES("for several parties"),
    WRONG_PARTY("authorized party"),
    WRONG_ISSUER("Unexpected JWT issuer"),
    EXPIRED("Expired JWT"),
    FROM_THE_FUTURE("issue time ahead"),
    WRONG_TOKEN_HASH("its access token is not the one"),
    NO_SUBJECT("sub"),
    OTHER_SUBJECT_IN_USER_INFO("its user-info is about somebody else"),
    NO_EMAIL("it gave no email address"),
    HUGE_ANSWER("cannot be reached"),
    ENDLESS_ANSWER("did not answer in time"),
    NO_ANSWER("did not answer in time"),
    REDIRECTS("answered 302"),
    FAILS("answered 500");

    private final String reason;

    Lie(String reason) {
        this.reason = reason;
    }

    /** A part of what has to stand in the log. */
    public String reason() {
        return reason;
    }

    /** The provider's id in the settings. */
    public String id() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    static Lie of(String id) {
        return valueOf(id.toUpperCase(java.util.Locale.ROOT).replace('-', '_'));
    }
}
