package dev.latchkey.core.admin;

import dev.latchkey.core.Origin;
import dev.latchkey.core.account.CreateUser;
import dev.latchkey.core.account.PasswordMail;
import dev.latchkey.core.account.SignUpRules;
import dev.latchkey.core.account.User;
import dev.latchkey.core.audit.Audit;
import dev.latchkey.core.audit.AuditEvent;
import dev.latchkey.core.org.ChangeMembers;
import dev.latchkey.core.org.OrgId;
import dev.latchkey.core.org.Organization;
import dev.latchkey.core.org.Organizations;
import dev.latchkey.core.org.Role;
import dev.latchkey.core.verification.VerificationMail;

import org.jspecify.annotations.Nullable;

/**
 * An administrator gives somebody an account and a place in an organization. Without a password
 * they are mailed a link to choose one, which proves their address too.
 */
public final class AddUser {

    /**
     * The account and its place.
     *
     * @param organization null for the default one in single-organization mode, and none else
     */
    public record Command(CreateUser.Command user, @Nullable OrgId organization, Role role) {}

    private final CreateUser create;
    private final ChangeMembers members;
    private final Organizations organizations;
    private final SignUpRules rules;
    private final PasswordMail passwords;
    private final VerificationMail verification;
    private final Audit audit;

    public AddUser(
            CreateUser create,
            ChangeMembers members,
            Organizations organizations,
            SignUpRules rules,
            PasswordMail passwords,
            VerificationMail verification,
            Audit audit) {
        this.create = create;
        this.members = members;
        this.organizations = organizations;
        this.rules = rules;
        this.passwords = passwords;
        this.verification = verification;
        this.audit = audit;
    }

    /**
     * All or nothing. Refuses with NotAllowed, InvalidInput (all bad fields), EmailTaken,
     * UserNameTaken, OrganizationUnknown, Overloaded.
     */
    public User run(Command command) {
        var home = home(command);
        return create.run(
                command.user(),
                user -> {
                    var actor = command.user().actor();
                    var origin = command.user().origin();
                    if (home != null) {
                        members.put(home, user.id(), command.role(), actor, origin);
                    }
                    mail(command.user(), user, origin);
                });
    }

    private void mail(CreateUser.Command command, User user, Origin origin) {
        if (command.password() == null) {
            passwords.welcome(user, origin);
            audit.record(
                    AuditEvent.Kind.USER_INVITED, command.actor(), user.id(), null, origin, "");
        } else if (!command.verified()) {
            verification.send(user, origin);
            audit.record(
                    AuditEvent.Kind.VERIFICATION_SENT,
                    command.actor(),
                    user.id(),
                    null,
                    origin,
                    "");
        }
    }

    private @Nullable OrgId home(Command command) {
        if (command.organization() != null || rules.mode() == SignUpRules.Mode.MULTI) {
            return command.organization();
        }
        return organizations
                .findBySlug(Organization.DEFAULT_SLUG)
                .map(Organization::id)
                .orElse(null);
    }
}
