package dev.latchkey.config;

import java.net.URI;
import java.time.Duration;
import java.util.List;

/** {@code signup.*}, {@code signin.*}, {@code session.*} and {@code redirects.*}. */
final class SignInSection {
    private final Key<Config.SignUp.Mode> mode;
    private final Key<Boolean> verifyEmail;
    private final Key<Boolean> enabled;
    private final Key<Config.SignIn.SecondFactor> secondFactor;
    private final Key<Duration> lifetime;
    private final Key<Duration> idle;
    private final Key<Duration> recent;
    private final Key<List<URI>> redirects;

    SignInSection(Table table) {
        mode =
                table.key(
                        "signup.mode",
                        Kinds.choice(Config.SignUp.Mode.class),
                        "single",
                        "Where a new user belongs: to one organization for all (single), or to the"
                                + " one that an invitation or their email's domain names (multi).");
        verifyEmail =
                table.key(
                        "signup.verify-email",
                        Kinds.yesNo(),
                        "true",
                        "Whether an email address must be verified before its owner can sign in.");
        enabled =
                table.key(
                        "signup.enabled",
                        Kinds.yesNo(),
                        "true",
                        "Whether strangers may make accounts. If not, only invited people get"
                                + " one.");
        secondFactor =
                table.key(
                        "signin.second-factor",
                        Kinds.choice(Config.SignIn.SecondFactor.class),
                        "optional",
                        "Who has to have a second factor: nobody (optional), administrators"
                                + " (required-for-administrators), everybody (required). Who has"
                                + " one is always asked for it; who needs one sets it up at the"
                                + " next sign-in.");
        lifetime =
                table.key(
                        "session.lifetime",
                        Kinds.duration(Duration.ofMinutes(1), Duration.ofDays(3650)),
                        "30d",
                        "How long a session lasts at most.");
        idle =
                table.key(
                        "session.idle",
                        Kinds.duration(Duration.ofMinutes(1), Duration.ofDays(3650)),
                        "7d",
                        "How long a session lasts without being used.");
        recent =
                table.key(
                        "session.recent",
                        Kinds.duration(Duration.ofMinutes(1), Duration.ofHours(24)),
                        "15m",
                        "How long after a sign-in people may change their email or make API tokens"
                                + " on their account pages; later they are asked to sign in"
                                + " again.");
        redirects =
                table.optional(
                        "redirects.allowed",
                        NetKinds.redirect().list(),
                        "Where a browser may be sent after signing in. Without a path, every"
                            + " address of that origin; with one, exactly that URL. The server's"
                            + " own origin is always allowed.");
    }

    Config.SignUp signUp(Settings settings) {
        return new Config.SignUp(
                settings.get(mode), settings.get(verifyEmail), settings.get(enabled));
    }

    Config.SignIn signIn(Settings settings) {
        return new Config.SignIn(settings.get(secondFactor));
    }

    Config.Session session(Settings settings) {
        Config.Session session =
                new Config.Session(
                        settings.get(lifetime), settings.get(idle), settings.get(recent));
        if (session.idle().compareTo(session.lifetime()) > 0) {
            settings.refuse(idle, "is longer than session.lifetime.");
        }
        return session;
    }

    Config.Redirects redirects(Settings settings) {
        List<URI> allowed = settings.find(redirects);
        return new Config.Redirects(allowed == null ? List.of() : allowed);
    }
}
