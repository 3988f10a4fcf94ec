package dev.latchkey.config;

import java.time.Duration;

/** {@code password.*} and {@code throttle.*}. */
final class PasswordSection {
    private final Key<Integer> memoryKib;
    private final Key<Integer> iterations;
    private final Key<Integer> parallelism;
    private final Key<Integer> queue;
    private final Key<Duration> window;
    private final Key<Integer> perAccount;
    private final Key<Integer> perAddress;
    private final Key<Integer> mails;
    private final Key<Integer> forms;

    PasswordSection(Table table) {
        memoryKib =
                table.key(
                        "password.memory-kib",
                        Kinds.number(1024, 4_194_304),
                        "19456",
                        "Memory that one hash of a password takes (Argon2id). The three defaults"
                            + " are OWASP's; stored hashes follow a change at the next sign-in.");
        iterations =
                table.key(
                        "password.iterations",
                        Kinds.number(1, 100),
                        "2",
                        "Passes over that memory.");
        parallelism =
                table.key("password.parallelism", Kinds.number(1, 16), "1", "Lanes of one hash.");
        queue =
                table.key(
                        "password.queue",
                        Kinds.number(1, 10_000),
                        "64",
                        "How many sign-ins may wait while every core hashes. Those beyond are told"
                                + " 503 and when to come back.");
        window =
                table.key(
                        "throttle.window",
                        Kinds.duration(Duration.ofSeconds(1), Duration.ofHours(24)),
                        "15m",
                        "The time within which failed sign-ins are counted.");
        perAccount =
                table.key(
                        "throttle.failures-per-account",
                        Kinds.number(1, 1_000_000),
                        "10",
                        "Failures from one address at one account; the next attempt has to wait.");
        perAddress =
                table.key(
                        "throttle.failures-per-address",
                        Kinds.number(1, 1_000_000),
                        "100",
                        "Failures from one address at whatever accounts.");
        mails =
                table.key(
                        "throttle.mails-per-address",
                        Kinds.number(1, 1_000_000),
                        "5",
                        "Mails of one kind to one email address within an hour.");
        forms =
                table.key(
                        "throttle.forms-per-address",
                        Kinds.number(1, 1_000_000),
                        "20",
                        "Sign-ups, and also forgotten passwords, on the hosted pages from one"
                                + " address within the window.");
    }

    Config.Password password(Settings settings) {
        return new Config.Password(
                settings.get(memoryKib),
                settings.get(iterations),
                settings.get(parallelism),
                settings.get(queue));
    }

    Config.Throttle throttle(Settings settings) {
        Config.Throttle throttle =
                new Config.Throttle(
                        settings.get(window),
                        settings.get(perAccount),
                        settings.get(perAddress),
                        settings.get(mails),
                        settings.get(forms));
        if (throttle.failuresPerAddress() < throttle.failuresPerAccount()) {
            settings.refuse(perAddress, "is less than throttle.failures-per-account.");
        }
        return throttle;
    }
}
