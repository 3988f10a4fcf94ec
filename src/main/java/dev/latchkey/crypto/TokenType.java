package dev.latchkey.crypto;

/** What a signed token is, said in its header's {@code typ}, so that none passes for another. */
enum TokenType {
    /** RFC 9068. */
    ACCESS("at+jwt"),
    /** OpenID Connect Core. */
    ID("JWT"),
    /** OpenID Connect Back-Channel Logout 1.0. */
    LOGOUT("logout+jwt");

    private final String typ;

    TokenType(String typ) {
        this.typ = typ;
    }

    String typ() {
        return typ;
    }
}
