package dev.latchkey.core;

import dev.latchkey.core.language.Language;

import org.jspecify.annotations.Nullable;

/**
 * Where a request came from, for sessions and audit events.
 *
 * @param address the peer's IP address as text, or {@code local} for the command line
 * @param userAgent at most 300 characters, empty when unknown
 * @param requestId the id under which the log tells of it
 * @param door which API, page or command it came through
 * @param language which one to answer in, by mail too; null when nobody said
 */
public record Origin(
        String address,
        String userAgent,
        String requestId,
        String door,
        @Nullable Language language) {
    private static final int LONGEST = 300;

    public Origin {
        userAgent = userAgent.length() > LONGEST ? userAgent.substring(0, LONGEST) : userAgent;
    }

    public Origin(String address, String userAgent, String requestId, String door) {
        this(address, userAgent, requestId, door, null);
    }

    public static Origin local(String door) {
        return new Origin("local", "", "", door);
    }

    public Origin in(Language spoken) {
        return new Origin(address, userAgent, requestId, door, spoken);
    }
}
