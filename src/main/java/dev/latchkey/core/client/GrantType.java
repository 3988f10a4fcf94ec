package dev.latchkey.core.client;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a client may exchange for tokens (RFC 6749, section 1.3). The names are stored. */
public enum GrantType {
    AUTHORIZATION_CODE,
    REFRESH_TOKEN,
    CLIENT_CREDENTIALS;

    /** As it is written in {@code grant_type}. */
    public String parameter() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<GrantType> of(String parameter) {
        return Arrays.stream(values()).filter(g -> g.parameter().equals(parameter)).findFirst();
    }
}
