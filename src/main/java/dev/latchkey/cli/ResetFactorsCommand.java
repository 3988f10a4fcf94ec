package dev.latchkey.cli;

import dev.latchkey.Backend;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "reset-factors",
        description =
                "Removes every second factor of an account and ends its sessions, for somebody who"
                        + " lost them all; they are told by mail.")
final class ResetFactorsCommand extends Errand {
    @Parameters(paramLabel = "USER", description = "Email, user name or id.")
    private String user;

    @Override
    void run(Backend backend, Names names, Printer out) {
        var found = names.user(user);
        backend.core().factors.reset.run(found.id(), null, origin());
        out.done("Reset the second factors of " + found.email() + ".", Rows.of("id", found.id()));
    }
}
