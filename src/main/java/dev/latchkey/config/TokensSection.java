package dev.latchkey.config;

import java.time.Duration;
import java.time.Instant;

/** {@code tokens.*}. */
final class TokensSection {
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final Key<Duration> access;
    private final Key<Duration> refresh;
    private final Key<Duration> reuseGrace;
    private final Key<Duration> verification;
    private final Key<Duration> reset;
    private final Key<Duration> invitation;
    private final Key<Duration> flow;
    private final Key<Instant> neverExpires;
    private final Key<Integer> remembered;

    TokensSection(Table table) {
        access =
                table.key(
                        "tokens.access-lifetime",
                        Kinds.duration(SECOND, Duration.ofMinutes(15)),
                        "15m",
                        "How long an access token lasts. A revoked session is refused at once all"
                                + " the same.");
        refresh =
                table.key(
                        "tokens.refresh-lifetime",
                        Kinds.duration(SECOND, Duration.ofDays(3650)),
                        "14d",
                        "How long a refresh token lasts; using it gives a new one.");
        reuseGrace =
                table.key(
                        "tokens.refresh-reuse-grace",
                        Kinds.duration(Duration.ZERO, Duration.ofMinutes(1)),
                        "10s",
                        "How long a used refresh token still yields its successor, so that two tabs"
                                + " do not sign each other out. After that, using it again ends the"
                                + " session.");
        verification =
                table.key(
                        "tokens.verification-lifetime",
                        Kinds.duration(SECOND, Duration.ofDays(30)),
                        "24h",
                        "How long the link in a verification mail works.");
        reset =
                table.key(
                        "tokens.reset-lifetime",
                        Kinds.duration(SECOND, Duration.ofHours(24)),
                        "30m",
                        "How long the link to choose a new password works.");
        invitation =
                table.key(
                        "tokens.invitation-lifetime",
                        Kinds.duration(SECOND, Duration.ofDays(365)),
                        "7d",
                        "How long an invitation can be accepted.");
        flow =
                table.key(
                        "tokens.flow-lifetime",
                        Kinds.duration(SECOND, Duration.ofHours(24)),
                        "10m",
                        "How long a sign-in that was begun can be finished.");
        neverExpires =
                table.key(
                        "tokens.never-expires-date",
                        Kinds.instant(
                                Instant.parse("2100-01-01T00:00:00Z"),
                                Instant.parse("9999-12-30T00:00:00Z")),
                        "2999-12-31T23:59:59Z",
                        "The date that is told for an API token without an end, to clients that"
                                + " demand one.");
        remembered =
                table.key(
                        "tokens.remembered",
                        Kinds.number(100, 10_000_000),
                        "10000",
                        "How many tokens that were found good are kept in memory, about 2 KB each:"
                                + " as many as are used in a quarter of an hour. Those beyond are"
                                + " looked up in the database.");
    }

    Config.Tokens read(Settings settings) {
        Config.Tokens tokens =
                new Config.Tokens(
                        settings.get(access),
                        settings.get(refresh),
                        settings.get(reuseGrace),
                        settings.get(verification),
                        settings.get(reset),
                        settings.get(invitation),
                        settings.get(flow),
                        settings.get(neverExpires),
                        settings.get(remembered));
        if (tokens.refresh().compareTo(tokens.access()) <= 0) {
            settings.refuse(refresh, "is not longer than tokens.access-lifetime.");
        }
        return tokens;
    }
}
