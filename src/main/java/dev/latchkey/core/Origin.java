package dev.latchkey.core;

/**
 * Where a request came from, for sessions and audit events.
 *
 * @param address the peer's IP address as text, or {@code local} for the command line
 * @param userAgent at most 300 characters, empty when unknown
 * @param requestId the id under which the log tells of it
 * @param door which API, page or command it came through
 */
public record Origin(String address, String userAgent, String requestId, String door) {
    private static final int LONGEST = 300;

    public Origin {
        userAgent = userAgent.length() > LONGEST ? userAgent.substring(0, LONGEST) : userAgent;
    }

    public static Origin local(String door) {
        return new Origin("local", "", "", door);
    }
}
