package dev.latchkey.core.audit;

/**
 * What somebody looks for in the log, as they typed it; an empty text is no wish.
 *
 * @param kind a name of {@link AuditEvent.Kind}, in any case
 * @param user an email, a user name or an id
 * @param organization a slug or an id
 * @param address an IP address, or {@code local} for the command line
 * @param from a day ({@code 2026-11-22}), a minute of UTC ({@code 2026-11-22T10:00}) or an instant
 *     ({@code 2026-11-22T10:00:00Z})
 * @param until the same; a day is meant to its end
 */
public record AuditWish(
        String kind, String user, String organization, String address, String from, String until) {
    public static final AuditWish NONE = new AuditWish("", "", "", "", "", "");
}
