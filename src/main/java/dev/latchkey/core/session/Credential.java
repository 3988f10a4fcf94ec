package dev.latchkey.core.session;

/**
 * What a caller shows, by the way it came: a cookie's value is no bearer token, and the other way
 * round.
 */
public sealed interface Credential {

    /** At most this long; nothing longer is looked at. */
    int LONGEST = 8192;

    String text();

    /** An access token or an API token. */
    record Bearer(String text) implements Credential {
        @Override
        public String toString() {
            return "a bearer token";
        }
    }

    /** A session cookie. */
    record Cookie(String text) implements Credential {
        @Override
        public String toString() {
            return "a session cookie";
        }
    }
}
