package dev.latchkey.core.federation;

import dev.latchkey.core.Ids;
import dev.latchkey.core.Origin;
import dev.latchkey.core.Refusal;
import dev.latchkey.core.Refused;
import dev.latchkey.core.account.Accounts;
import dev.latchkey.core.account.Email;
import dev.latchkey.core.account.User;
import dev.latchkey.core.account.UserId;
import dev.latchkey.core.audit.Audit;
import dev.latchkey.core.audit.AuditEvent;

import java.time.Clock;
import java.util.Optional;

/**
 * The account of a foreign identity: by (issuer, subject) first; by email only when both the
 * provider and we have it verified; else a new one. Never silently over a local account.
 */
public final class FindOrCreateUser {
    private final Identities identities;
    private final Accounts accounts;
    private final Audit audit;
    private final Clock clock;
    private final Ids ids;

    public FindOrCreateUser(
            Identities identities, Accounts accounts, Audit audit, Clock clock, Ids ids) {
        this.identities = identities;
        this.accounts = accounts;
        this.audit = audit;
        this.clock = clock;
        this.ids = ids;
    }

    /**
     * Inside a transaction. Refuses with ProviderFailed when the identity has no usable email or it
     * is taken unproven.
     */
    User within(Identity identity, Origin origin) {
        return identities
                .find(identity.issuer(), identity.subject())
                .flatMap(accounts::find)
                .orElseGet(() -> linked(identity, origin));
    }

    private User linked(Identity identity, Origin origin) {
        var email =
                Optional.ofNullable(identity.email())
                        .flatMap(Email::parse)
                        .orElseThrow(() ->
                                new Refused(
                                        new Refusal.ProviderFailed("it gave no email address")));
        var user =
                accounts.findByEmail(email)
                        .map(local -> mergeable(local, identity))
                        .orElseGet(() -> create(email, identity, origin));
        identities.link(identity.issuer(), identity.subject(), user.id(), clock.instant());
        audit.own(AuditEvent.Kind.IDENTITY_LINKED, user.id(), null, origin, identity.issuer());
        return user;
    }

    private static User mergeable(User local, Identity identity) {
        if (!identity.emailVerified() || !local.isEmailVerified()) {
            throw new Refused(
                    new Refusal.ProviderFailed(
                            "an account has that email, and it is not verified on both sides"));
        }
        return local;
    }

    private User create(Email email, Identity identity, Origin origin) {
        var now = clock.instant();
        var user =
                accounts.insert(
                        new Accounts.NewUser(
                                new UserId(ids.next()),
                                email,
                                null,
                                identity.firstName() == null ? "" : identity.firstName(),
                                identity.lastName() == null ? "" : identity.lastName(),
                                false,
                                identity.emailVerified() ? now : null,
                                null,
                                now));
        audit.own(AuditEvent.Kind.SIGNED_UP, user.id(), null, origin, identity.issuer());
        return user;
    }
}
