package dev.latchkey.core.federation;

import dev.latchkey.core.Changes;
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
import dev.latchkey.core.org.Joining;

import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.util.Optional;

/**
 * The account of a foreign identity: by (issuer, subject) first; by email only when both the
 * provider and we have it verified; else a new one. Never silently over a local account.
 */
public final class FindOrCreateUser {
    private static final int LONGEST_NAME = 100;

    /** An account, and whether it was made just now. */
    record Found(User user, boolean isNew) {}

    private final Identities identities;
    private final Accounts accounts;
    private final Joining joining;
    private final FreeUserNames userNames;
    private final Changes changes;
    private final Audit audit;
    private final Clock clock;
    private final Ids ids;

    public FindOrCreateUser(
            Identities identities,
            Accounts accounts,
            Joining joining,
            Changes changes,
            Audit audit,
            Clock clock,
            Ids ids) {
        this.identities = identities;
        this.accounts = accounts;
        this.joining = joining;
        this.userNames = new FreeUserNames(accounts);
        this.changes = changes;
        this.audit = audit;
        this.clock = clock;
        this.ids = ids;
    }

    /**
     * Inside a transaction. Refuses with ProviderFailed when the identity has no usable email, with
     * LinkFirst when the email is an account's and not verified on both sides, with SignUpClosed
     * and InvitationInvalid when somebody new has no right to an account.
     *
     * @param invitation the code that somebody new may come by, or null
     */
    Found within(Identity identity, @Nullable String invitation, Origin origin) {
        var known = identities.find(identity.issuer(), identity.subject()).flatMap(accounts::find);
        return known.isPresent()
                ? new Found(proven(known.get(), identity, origin), false)
                : linked(identity, invitation, origin);
    }

    private Found linked(Identity identity, @Nullable String invitation, Origin origin) {
        var email =
                Optional.ofNullable(identity.email())
                        .flatMap(Email::parse)
                        .orElseThrow(() ->
                                new Refused(
                                        new Refusal.ProviderFailed("it gave no email address")));
        var local = accounts.findByEmail(email);
        if (local.isPresent() && !(identity.emailVerified() && local.get().isEmailVerified())) {
            throw new Refused(new Refusal.LinkFirst());
        }
        var user = local.orElseGet(() -> create(email, identity, invitation, origin));
        link(identity, user.id(), origin);
        return new Found(user, local.isEmpty());
    }

    /** Inside a transaction. Refuses with IdentityTaken when it is another account's. */
    void link(Identity identity, UserId user, Origin origin) {
        if (identities.link(identity.issuer(), identity.subject(), user, clock.instant())) {
            audit.own(AuditEvent.Kind.IDENTITY_LINKED, user, null, origin, identity.issuer());
        } else if (!identities
                .find(identity.issuer(), identity.subject())
                .equals(Optional.of(user))) {
            throw new Refused(new Refusal.IdentityTaken());
        }
    }

    /** Inside a transaction: takes the provider's word for the address of an account of theirs. */
    User proven(User user, Identity identity, Origin origin) {
        var says =
                identity.emailVerified()
                        && Optional.ofNullable(identity.email())
                                .flatMap(Email::parse)
                                .filter(email -> email.key().equals(user.email().key()))
                                .isPresent();
        if (!says || user.isEmailVerified()) {
            return user;
        }
        accounts.markVerified(user.id(), clock.instant());
        joining.joinByDomain(user.id(), user.email());
        changes.of(user.id());
        audit.own(AuditEvent.Kind.EMAIL_VERIFIED, user.id(), null, origin, identity.issuer());
        return accounts.find(user.id()).orElse(user);
    }

    private User create(
            Email email, Identity identity, @Nullable String invitation, Origin origin) {
        joining.rightOf(email, invitation, true);
        var now = clock.instant();
        var user =
                accounts.insert(
                        new Accounts.NewUser(
                                new UserId(ids.next()),
                                email,
                                userNames.free(identity.userName()),
                                name(identity.firstName()),
                                name(identity.lastName()),
                                false,
                                identity.emailVerified() ? now : null,
                                null,
                                now));
        audit.own(AuditEvent.Kind.SIGNED_UP, user.id(), null, origin, identity.issuer());
        return user;
    }

    /** As one may give it here: without controls, and not too long. */
    private static String name(@Nullable String given) {
        if (given == null) {
            return "";
        }
        var clean = given.replaceAll("\\p{Cntrl}", " ").strip();
        return clean.codePointCount(0, clean.length()) <= LONGEST_NAME
                        && clean.length() <= LONGEST_NAME
                ? clean
                : clean.substring(0, clean.offsetByCodePoints(0, LONGEST_NAME / 2));
    }
}
