package dev.latchkey.bench;

import dev.latchkey.core.account.Email;
import dev.latchkey.core.account.User;
import dev.latchkey.core.account.UserId;
import dev.latchkey.core.org.OrgId;
import dev.latchkey.core.org.Role;
import dev.latchkey.core.session.SessionId;
import dev.latchkey.store.Principal;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/**
 * The rows of a store with many users, each made from its number alone, so that nothing has to be
 * remembered of them.
 *
 * @param spread how many users there are, and sessions, one each; and whose is which
 * @param now epoch milliseconds; no session ends within ten days of it
 */
record ScaleRows(Spread spread, long now, UUID organization, List<String> hashes) {
    private static final long ACCOUNTS = Duration.ofDays(700).toMillis();
    private static final long SESSIONS = Duration.ofDays(18).toMillis();
    private static final long SEEN = Duration.ofDays(2).toMillis();
    private static final long LIFETIME = Duration.ofDays(30).toMillis();
    private static final long REFRESH = Duration.ofDays(14).toMillis();

    /** As a session has it that was never refreshed. */
    private static final int ROOM_FOR_USED = 175;

    private static final List<String> SYLLABLES =
            List.of(
                    "an", "be", "cor", "da", "el", "fi", "gu", "ha", "in", "jo", "ka", "lu", "mi",
                    "nor", "ol", "pe", "ri", "sa", "ti", "ul", "ver", "wa", "xi", "yo", "ze", "mar",
                    "len", "tor", "sel", "bra", "chi", "dun");
    private static final List<String> AGENTS =
            List.of(
                    "okhttp/4.12.0",
                    "python-requests/2.32.3",
                    "Mozilla/5.0 (X11; Linux x86_64; rv:132.0) Gecko/20100101 Firefox/132.0");

    int count() {
        return spread.count();
    }

    /** Whether a user's password hash is the first or the second. */
    static int hashOf(int user) {
        return user & 1;
    }

    static String email(int user) {
        var mixed = mix(user);
        return name(mixed, 2)
                + "."
                + name(mixed >>> 20, 3)
                + Integer.toString(user, 36)
                + "@host"
                + (mixed >>> 50 & 31)
                + ".example";
    }

    /** Whose a session is; the first session is the first user's, who administers. */
    int userOf(int session) {
        return spread.at(session);
    }

    Object[] user(int user) {
        var account = account(user);
        var email = account.email().text();
        var name = account.userName();
        var first = account.firstName();
        var last = account.lastName();
        var created = created(user);
        return new Object[] {
            userId(user),
            email,
            email,
            name,
            name == null ? null : name.toLowerCase(Locale.ROOT),
            first,
            last,
            (first + " " + last).toLowerCase(Locale.ROOT),
            last.toLowerCase(Locale.ROOT),
            account.status().name(),
            account.administrator(),
            created,
            hashes.get(hashOf(user)),
            created,
            created,
            now - SESSIONS
        };
    }

    private User account(int user) {
        var mixed = mix(user);
        var last = capital(name(mixed >>> 20, 3));
        var created = Instant.ofEpochMilli(created(user));
        var email = email(user);
        return new User(
                new UserId(userId(user)),
                user + 1L,
                new Email(email, email),
                user % 10 == 0 ? last + Integer.toString(user, 36) : null,
                capital(name(mixed, 2)),
                last,
                User.Status.ACTIVE,
                user == 0,
                created,
                null,
                created,
                created,
                Instant.ofEpochMilli(now - SESSIONS));
    }

    private long created(int user) {
        return now - ACCOUNTS + ACCOUNTS / 2 * user / count();
    }

    Object[] member(int user) {
        var at = created(user);
        return new Object[] {organization, userId(user), "member", at, at, now - SESSIONS};
    }

    /** As a session keeps it: with the same membership. */
    private Principal principal(int user) {
        var at = Instant.ofEpochMilli(created(user));
        var used = Instant.ofEpochMilli(now - SESSIONS);
        var place = new Principal.Place(new OrgId(organization), Role.MEMBER, at, at, used);
        return new Principal(account(user), List.of(place));
    }

    Object[] session(int session) {
        var begun = begun(session);
        var mixed = mix(~session);
        return new Object[] {
            sessionId(session).number(),
            userId(userOf(session)),
            userOf(session) + 1L,
            organization,
            begun,
            begun,
            "pwd",
            begun + LIFETIME,
            seen(session),
            "10." + (mixed & 255) + "." + (mixed >>> 8 & 255) + "." + (mixed >>> 16 & 255),
            AGENTS.get(session % AGENTS.size()),
            "aivo",
            ScaleSecret.cookie(session, sessionId(session).value()).hash().bytes(),
            ScaleSecret.refresh(session, sessionId(session).value()).hash().bytes(),
            Math.min(seen(session) + REFRESH, begun(session) + LIFETIME),
            new byte[ROOM_FOR_USED],
            principal(userOf(session)).column()
        };
    }

    private long seen(int session) {
        return Math.max(begun(session), now - (mix(~session) >>> 1) % SEEN);
    }

    private long begun(int session) {
        return now - SESSIONS + SESSIONS * session / count();
    }

    private UUID userId(int user) {
        return id(created(user), 2L * user);
    }

    SessionId sessionId(int session) {
        return new SessionId(begun(session) << 21 | mix(2L * session + 1) >>> 43);
    }

    /** Version 7 (RFC 9562, section 5.7). */
    private static UUID id(long millis, long number) {
        var random = mix(number);
        return new UUID(
                millis << 16 | 0x7000 | random & 0xFFF,
                mix(random) & 0x3FFF_FFFF_FFFF_FFFFL | 0x8000_0000_0000_0000L);
    }

    private static String name(long mixed, int syllables) {
        var name = new StringBuilder();
        for (int i = 0; i < syllables; i++) {
            name.append(SYLLABLES.get((int) (mixed >>> 5 * i & 31)));
        }
        return name.toString();
    }

    private static String capital(String name) {
        return Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }

    /** SplitMix64's last step: numbers that look random, the same each time. */
    static long mix(long number) {
        var z = (number + 1) * 0x9E37_79B9_7F4A_7C15L;
        z = (z ^ z >>> 30) * 0xBF58_476D_1CE4_E5B9L;
        z = (z ^ z >>> 27) * 0x94D0_49BB_1331_11EBL;
        return z ^ z >>> 31;
    }
}
