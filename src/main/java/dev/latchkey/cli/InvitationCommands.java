package dev.latchkey.cli;

import dev.latchkey.Backend;
import dev.latchkey.core.org.Invitation;
import dev.latchkey.core.org.OrgId;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

import java.util.List;

@Command(
        name = "invitation",
        description = "Invitations that nobody took yet; 'latchkey invite' makes them.",
        mixinStandardHelpOptions = true,
        subcommands = {
            InvitationCommands.ListAll.class,
            InvitationCommands.Resend.class,
            InvitationCommands.Revoke.class
        })
final class InvitationCommands extends Group {

    @Command(name = "list", description = "Shows an organization's newest, 200 at the most.")
    static final class ListAll extends Errand {
        @Parameters(paramLabel = "ORG", description = "Slug or id.")
        private String organization;

        @Override
        void run(Backend backend, Names names, Printer out) {
            out.rows(
                    waiting(backend, names.organization(organization).id()).stream()
                            .map(one ->
                                    Rows.of(
                                            "id", one.id(),
                                            "email", one.email(),
                                            "role", one.role().name(),
                                            "createdAt", one.createdAt(),
                                            "expiresAt", one.expiresAt()))
                            .toList());
        }
    }

    /** An invitation into an organization, which somebody names. */
    abstract static class OfOne extends Errand {
        @Parameters(index = "0", paramLabel = "ORG", description = "Slug or id.")
        String organization;

        @Parameters(index = "1", paramLabel = "INVITATION", description = "Its id, or the email.")
        String invitation;

        /** The newest one, since there may be several to one address. */
        final Invitation find(Backend backend, OrgId org) {
            return waiting(backend, org).stream()
                    .filter(one ->
                            one.id().toString().equals(invitation)
                                    || one.email().text().equalsIgnoreCase(invitation))
                    .findFirst()
                    .orElseThrow(() ->
                            new Unanswerable(
                                    "No invitation '"
                                            + invitation
                                            + "' is waiting. 'latchkey invitation list' shows"
                                            + " those that are."));
        }
    }

    @Command(
            name = "resend",
            description =
                    "Mails a new link and shows it once; the old one is no good any more, and its"
                            + " time begins anew.")
    static final class Resend extends OfOne {
        @Override
        void run(Backend backend, Names names, Printer out) {
            var org = names.organization(organization);
            var old = find(backend, org.id());
            var code = backend.core().invite.again(org.id(), old.id(), null, origin());
            InviteCommand.tell(backend, org, old.email().text(), old.role(), code, out);
        }
    }

    @Command(name = "revoke", description = "Takes one back: its link is no good any more.")
    static final class Revoke extends OfOne {
        @Override
        void run(Backend backend, Names names, Printer out) {
            var org = names.organization(organization);
            var one = find(backend, org.id());
            backend.core().administration.revokeInvitation.run(org.id(), one.id(), null, origin());
            out.done(
                    "The invitation of " + one.email() + " into " + org.name() + " is revoked.",
                    Rows.of("organization", org.id(), "id", one.id(), "email", one.email()));
        }
    }

    private static List<Invitation> waiting(Backend backend, OrgId org) {
        return backend.core()
                .administration
                .findOrganizations
                .show(org, null, 1, null)
                .invitations();
    }
}
