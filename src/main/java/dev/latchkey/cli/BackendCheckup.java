package dev.latchkey.cli;

import dev.latchkey.Backend;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Looks at the database, the keys, the clock and hashing. */
record BackendCheckup(Backend backend) {
    private static final Duration TOLERANCE = Duration.ofSeconds(5);

    /** Older than this software: a clock that says so is wrong. */
    private static final Instant WRITTEN = Instant.parse("2026-11-01T00:00:00Z");

    List<Finding> run() {
        return List.of(
                database(), accounts(), keys(), clock(), HashingCheckup.of(backend.core()).run());
    }

    private Finding database() {
        var steps = backend.migrated();
        return Finding.ok(
                "database",
                steps == 0
                        ? "reachable, tables up to date"
                        : "reachable, " + steps + " steps made it up to date");
    }

    private Finding accounts() {
        return backend.database().stores().accounts().hasAdministrator()
                ? Finding.ok("accounts", "there is an administrator")
                : Finding.warning(
                        "accounts",
                        "no administrator yet",
                        "'latchkey serve' prints a link that makes the first one");
    }

    private Finding keys() {
        // Opening the backend has unsealed them: with another secret it does not open.
        var kept = backend.database().stores().signingKeys().all();
        var newest = kept.isEmpty() ? "none" : kept.getFirst().createdAt().toString();
        return Finding.ok("keys", kept.size() + " signing keys open, newest of " + newest);
    }

    private Finding clock() {
        var here = Instant.now();
        if (here.isBefore(WRITTEN)) {
            return Finding.bad(
                    "clock", "it says " + here, "set the clock: tokens are judged by it");
        }
        var there = backend.database().now();
        var apart = Duration.between(here, there).abs();
        return apart.compareTo(TOLERANCE) > 0
                ? Finding.bad(
                        "clock",
                        "it is " + apart.toSeconds() + " s from the database server's",
                        "run a time service (NTP) on both machines: tokens are judged by the clock")
                : Finding.ok("clock", here + ", the database agrees");
    }
}
