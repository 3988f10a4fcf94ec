package dev.latchkey.cli;

import dev.latchkey.Backend;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "send-reset",
        description =
                "Mails somebody a link to choose a new password; the old one is good till then.")
final class SendResetCommand extends Errand {
    @Parameters(paramLabel = "USER", description = "Email, user name or id.")
    private String user;

    @Override
    void run(Backend backend, Names names, Printer out) {
        var found = names.user(user);
        backend.core().users.sendReset.run(found.id(), null, origin());
        out.done("Sent a link to " + found.email() + ".", Rows.of("id", found.id()));
    }
}
