package dev.latchkey.cli;

import dev.latchkey.Backend;
import dev.latchkey.core.Uuids;
import dev.latchkey.core.session.SessionId;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.time.Instant;

@Command(
        name = "session",
        description = "Sign-ins that are still good.",
        mixinStandardHelpOptions = true,
        subcommands = {SessionCommands.ListAll.class, SessionCommands.Revoke.class})
final class SessionCommands extends Group {

    @Command(name = "list", description = "Shows a user's live sessions.")
    static final class ListAll extends Errand {
        @Parameters(paramLabel = "USER", description = "Email, user name or id.")
        private String user;

        @Override
        void run(Backend backend, Names names, Printer out) {
            out.rows(
                    backend
                            .database()
                            .stores()
                            .sessions()
                            .liveOf(names.user(user).id(), Instant.now())
                            .stream()
                            .map(session ->
                                    Rows.of(
                                            "id", session.id(),
                                            "door", session.door(),
                                            "address", session.address(),
                                            "createdAt", session.createdAt(),
                                            "lastSeenAt", session.lastSeenAt(),
                                            "expiresAt", session.expiresAt(),
                                            "userAgent", session.userAgent()))
                            .toList());
        }
    }

    @Command(name = "revoke", description = "Ends one of a user's sessions, or all.")
    static final class Revoke extends Errand {
        @Parameters(index = "0", paramLabel = "USER", description = "Email, user name or id.")
        private String user;

        @Parameters(index = "1", paramLabel = "SESSION", arity = "0..1")
        private @Nullable String session;

        @Option(names = "--all", description = "All of them.")
        private boolean all;

        @Override
        void run(Backend backend, Names names, Printer out) {
            var found = names.user(user);
            if (all == (session != null)) {
                throw new Unanswerable("Name one session, or say --all.");
            }
            var ended =
                    session == null
                            ? backend.core().users.end.all(found.id(), null, origin())
                            : one(backend, found.id(), session);
            out.done("Ended " + ended + ".", Rows.of("user", found.id(), "ended", ended));
        }

        private int one(Backend backend, dev.latchkey.core.account.UserId user, String typed) {
            var id =
                    Uuids.parse(typed)
                            .orElseThrow(() ->
                                    new Unanswerable(
                                            "'"
                                                    + typed
                                                    + "' is no session id; 'latchkey session list'"
                                                    + " shows them."));
            backend.core().users.end.one(user, SessionId.of(id), null, origin());
            return 1;
        }
    }
}
