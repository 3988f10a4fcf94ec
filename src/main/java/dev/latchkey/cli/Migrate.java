package dev.latchkey.cli;

import dev.latchkey.Backend;

import picocli.CommandLine.Command;

@Command(
        name = "migrate",
        description =
                "Brings the database up to this version's tables. Starting the server does it too.")
final class Migrate extends Errand {
    @Override
    void run(Backend backend, Names names, Printer out) {
        out.done(
                "The database is up to date (" + backend.migrated() + " steps taken).",
                Rows.of("steps", backend.migrated()));
    }
}
