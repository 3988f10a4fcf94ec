package dev.latchkey.cli;

import dev.latchkey.Backend;
import dev.latchkey.core.org.InvitationCode;
import dev.latchkey.core.org.Organization;
import dev.latchkey.core.org.Role;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "invite",
        description =
                "Invites an email address into an organization, mails the invitation, and shows its"
                        + " link once.")
final class InviteCommand extends Errand {
    @Parameters(index = "0", paramLabel = "ORG", description = "Slug or id.")
    private String organization;

    @Parameters(index = "1", paramLabel = "EMAIL")
    private String email;

    @Option(
            names = "--role",
            defaultValue = "member",
            description = "owner, admin, member, or a name of your own.")
    private String role;

    @Override
    void run(Backend backend, Names names, Printer out) {
        var org = names.organization(organization);
        var code = backend.core().invite.run(org.id(), email, Names.role(role), null, origin());
        tell(backend, org, email, Names.role(role), code, out);
    }

    /** With its link, for this one time. */
    static void tell(
            Backend backend,
            Organization org,
            String email,
            Role role,
            InvitationCode code,
            Printer out) {
        var link = backend.core().links.invitation(code.text());
        out.done(
                "Invited " + email + " into " + org.name() + ": " + link,
                Rows.of(
                        "organization",
                        org.id(),
                        "email",
                        email,
                        "role",
                        role.name(),
                        "code",
                        code.text(),
                        "link",
                        link));
    }
}
