package dev.latchkey.core.session;

/** What carries a session to and fro. */
public enum Carrier {
    /** An opaque cookie. */
    COOKIE,
    /**
     * A short-lived signed access token with a {@code jti} of its own, and a rotating refresh
     * token.
     */
    ACCESS_TOKEN,
    /**
     * The same, but the signed token's {@code jti} is the session's id, for clients that read it
     * there.
     */
    SESSION_TOKEN
}
