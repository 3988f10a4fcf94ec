package dev.latchkey.cli;

import dev.latchkey.Backend;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "unlink",
        description =
                "Takes an identity at another provider off an account; the last way in stays."
                        + " 'latchkey user show' shows them.")
final class UnlinkCommand extends Errand {
    @Parameters(index = "0", paramLabel = "USER", description = "Email, user name or id.")
    private String user;

    @Parameters(index = "1", paramLabel = "ISSUER")
    private String issuer;

    @Parameters(index = "2", paramLabel = "SUBJECT")
    private String subject;

    @Override
    void run(Backend backend, Names names, Printer out) {
        var found = names.user(user);
        backend.core().users.takeIdentity.run(found.id(), issuer, subject, null, origin());
        out.done("Unlinked.", Rows.of("id", found.id(), "issuer", issuer, "subject", subject));
    }
}
