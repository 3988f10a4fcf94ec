package dev.latchkey.mail;

import org.jspecify.annotations.Nullable;

/**
 * The server that takes our letters.
 *
 * @param user null when it asks for no credentials; else {@code password} is there too
 */
public record SmtpServer(
        String host,
        int port,
        Security security,
        @Nullable String user,
        @Nullable String password) {

    /** How the connection is protected. What is asked for is demanded: nothing is sent without. */
    public enum Security {
        NONE,
        /** RFC 3207. */
        STARTTLS,
        /** From the first byte (RFC 8314). */
        TLS
    }

    /** Never the password. */
    @Override
    public String toString() {
        return host + ":" + port + " (" + security + ")";
    }
}
