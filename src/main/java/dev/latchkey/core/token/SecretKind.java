package dev.latchkey.core.token;

/** What an opaque token is for, seen at its prefix, so that one kind never passes as another. */
public enum SecretKind {
    API_TOKEN("lka_"),
    SESSION_COOKIE("lks_"),
    REFRESH_TOKEN("lkr_"),
    AUTHORIZATION_CODE("lkc_"),
    VERIFICATION("lkv_"),
    LOGIN_FLOW("lkf_"),
    SETUP_LINK("lki_"),
    CLIENT_SECRET("lkp_"),
    RESET("lkw_"),
    EMAIL_CHANGE("lke_");

    private final String prefix;

    SecretKind(String prefix) {
        this.prefix = prefix;
    }

    public String prefix() {
        return prefix;
    }

    /** Whether it says what it belongs to: a session, or what a client was granted. */
    boolean namesOwner() {
        return this == SESSION_COOKIE || this == REFRESH_TOKEN;
    }

    /** Whether one is given for another, again and again. */
    boolean hasFamilies() {
        return this == REFRESH_TOKEN;
    }
}
