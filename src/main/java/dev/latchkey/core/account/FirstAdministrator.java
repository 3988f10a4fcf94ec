package dev.latchkey.core.account;

import dev.latchkey.core.Changes;
import dev.latchkey.core.Origin;
import dev.latchkey.core.Refusal;
import dev.latchkey.core.Refused;
import dev.latchkey.core.Transactions;
import dev.latchkey.core.audit.Audit;
import dev.latchkey.core.audit.AuditEvent;
import dev.latchkey.core.org.CreateOrganization;
import dev.latchkey.core.org.Members;
import dev.latchkey.core.org.Role;
import dev.latchkey.core.token.Secret;
import dev.latchkey.core.token.SecretKind;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/**
 * While there is no administrator: a one-time link that makes the first one, owner of the default
 * organization. Others may have signed up meanwhile; they do not end it.
 */
public final class FirstAdministrator {
    public static final Duration LIFETIME = Duration.ofMinutes(30);

    private final SetupLinks links;
    private final Accounts accounts;
    private final CreateUser createUser;
    private final CreateOrganization createOrganization;
    private final Members members;
    private final Transactions transactions;
    private final Changes changes;
    private final Audit audit;
    private final Clock clock;

    public FirstAdministrator(
            SetupLinks links,
            Accounts accounts,
            CreateUser createUser,
            CreateOrganization createOrganization,
            Members members,
            Transactions transactions,
            Changes changes,
            Audit audit,
            Clock clock) {
        this.links = links;
        this.accounts = accounts;
        this.createUser = createUser;
        this.createOrganization = createOrganization;
        this.members = members;
        this.transactions = transactions;
        this.changes = changes;
        this.audit = audit;
        this.clock = clock;
    }

    /** A new link, or nothing when there is an administrator already. */
    public Optional<Secret> offer() {
        return transactions.write(() -> {
            if (accounts.hasAdministrator()) {
                return Optional.empty();
            }
            var link = Secret.random(SecretKind.SETUP_LINK);
            links.insert(link.hash(), clock.instant().plus(LIFETIME));
            return Optional.of(link);
        });
    }

    /** Whether the link may still be used. */
    public boolean isLive(String link) {
        return Secret.parse(SecretKind.SETUP_LINK, link)
                .filter(secret ->
                        links.isLive(secret.hash(), clock.instant())
                                && !accounts.hasAdministrator())
                .isPresent();
    }

    /**
     * Refuses with SetupLinkInvalid, and as CreateUser does; bad input does not use the link up.
     */
    public User run(
            String link,
            String email,
            String password,
            String firstName,
            String lastName,
            Origin origin) {
        if (!isLive(link)) {
            throw invalid();
        }
        var secret = new Secret(link);
        var command =
                new CreateUser.Command(
                        email, null, password, firstName, lastName, true, true, null, origin);
        var user =
                createUser.run(
                        command,
                        () -> {
                            if (!links.use(secret.hash(), clock.instant())
                                    || accounts.hasAdministrator()) {
                                throw invalid();
                            }
                        },
                        _ -> {});
        var organization = createOrganization.ensureDefault(origin);
        transactions.writing(() -> {
            members.add(organization.id(), user.id(), Role.OWNER, clock.instant());
            changes.of(user.id());
            audit.own(AuditEvent.Kind.SETUP_COMPLETED, user.id(), organization.id(), origin, "");
        });
        return user;
    }

    private static Refused invalid() {
        return new Refused(new Refusal.SetupLinkInvalid());
    }
}
