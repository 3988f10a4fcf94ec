package dev.latchkey.cli;

import dev.latchkey.Backend;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Who administers the server. */
final class AdministratorCommands {
    private AdministratorCommands() {}

    @Command(name = "make-admin", description = "Lets somebody administer the whole server.")
    static final class Make extends Errand {
        @Parameters(paramLabel = "USER", description = "Email, user name or id.")
        private String user;

        @Override
        void run(Backend backend, Names names, Printer out) {
            var found = names.user(user);
            backend.core().users.changeAdministrator.run(found.id(), true, null, origin());
            out.done(
                    found.email() + " is an administrator.",
                    Rows.of("id", found.id(), "admin", true));
        }
    }

    @Command(
            name = "unmake-admin",
            description = "Takes that from them; the last active administrator stays one.")
    static final class Unmake extends Errand {
        @Parameters(paramLabel = "USER", description = "Email, user name or id.")
        private String user;

        @Override
        void run(Backend backend, Names names, Printer out) {
            var found = names.user(user);
            backend.core().users.changeAdministrator.run(found.id(), false, null, origin());
            out.done(
                    found.email() + " is no administrator.",
                    Rows.of("id", found.id(), "admin", false));
        }
    }
}
