package dev.latchkey.core.session;

import dev.latchkey.core.Ids;
import dev.latchkey.core.Origin;
import dev.latchkey.core.Transactions;
import dev.latchkey.core.account.Accounts;
import dev.latchkey.core.account.User;
import dev.latchkey.core.audit.Audit;
import dev.latchkey.core.audit.AuditEvent;
import dev.latchkey.core.factor.FactorGate;
import dev.latchkey.core.org.Members;
import dev.latchkey.core.org.Membership;
import dev.latchkey.core.token.Secret;
import dev.latchkey.core.token.SecretKind;

import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.time.Instant;
import java.util.function.Supplier;

/**
 * Opens sessions and gives out what carries them. Signing happens outside the transaction, since it
 * takes a while.
 */
public final class Grants {
    private record Begun(Session session, Secret secret) {}

    private final Sessions sessions;
    private final Accounts accounts;
    private final Members members;
    private final FactorGate gate;
    private final AccessTokenWriter writer;
    private final Transactions transactions;
    private final Audit audit;
    private final Clock clock;
    private final Ids ids;
    private final Lifetimes lifetimes;

    public Grants(
            Sessions sessions,
            Accounts accounts,
            Members members,
            FactorGate gate,
            AccessTokenWriter writer,
            Transactions transactions,
            Audit audit,
            Clock clock,
            Ids ids,
            Lifetimes lifetimes) {
        this.sessions = sessions;
        this.accounts = accounts;
        this.members = members;
        this.gate = gate;
        this.writer = writer;
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
        this.ids = ids;
        this.lifetimes = lifetimes;
    }

    /**
     * Opens a session for somebody who just proved who they are. Refuses with SecondFactorNeeded
     * when that was not enough.
     */
    public Grant open(
            User user,
            @Nullable Membership membership,
            String method,
            Carrier carrier,
            Origin origin) {
        return open(user, membership, method, carrier, origin, () -> {});
    }

    /** The same; {@code condition} runs first in the same transaction and may refuse. */
    public Grant open(
            User user,
            @Nullable Membership membership,
            String method,
            Carrier carrier,
            Origin origin,
            Runnable condition) {
        return transactions
                .write(() -> {
                    condition.run();
                    return begin(user, membership, method, carrier, origin);
                })
                .get();
    }

    /**
     * The same within a transaction.
     *
     * @return what is left to do after its commit: signing
     */
    public Supplier<Grant> begin(
            User user,
            @Nullable Membership membership,
            String method,
            Carrier carrier,
            Origin origin) {
        gate.require(user, method);
        var now = clock.instant();
        // Before the session: it keeps whose it is, as it is then. A membership before its user, as
        // whoever changes one does.
        if (membership != null) {
            members.markUsed(membership.organization().id(), user.id(), now);
        }
        accounts.markSignedIn(user.id(), now);
        var begun = insert(user, membership, method, carrier, origin, now);
        var session = begun.session();
        audit.own(AuditEvent.Kind.SIGNED_IN, user.id(), session.organization(), origin, method);
        return () ->
                grant(
                        session,
                        user.signedIn(session.createdAt()),
                        membership,
                        begun.secret(),
                        carrier);
    }

    /** Another name is taken should this one be taken, which hardly ever happens. */
    private Begun insert(
            User user,
            @Nullable Membership membership,
            String method,
            Carrier carrier,
            Origin origin,
            Instant now) {
        while (true) {
            var session = fresh(user, membership, method, origin, now);
            var secret = secretOf(session, carrier);
            if (sessions.insert(session, kept(session, secret, carrier))) {
                return new Begun(session, secret);
            }
        }
    }

    /** Lets one more cookie or token pair carry a session that lives already. */
    public Grant carry(
            Session session, User user, @Nullable Membership membership, Carrier carrier) {
        var secret = secretOf(session, carrier);
        var kept = kept(session, secret, carrier);
        transactions.writing(() -> sessions.add(session.id(), kept));
        return grant(session, user, membership, secret, carrier);
    }

    /** The same in the session's own organization. */
    public Grant carry(Session session, User user, Carrier carrier) {
        return carry(session, user, membershipOf(session), carrier);
    }

    /** Where a session acts; null without an organization, or when its user left it. */
    @Nullable Membership membershipOf(Session session) {
        var organization = session.organization();
        return organization == null
                ? null
                : members.find(organization, session.user()).orElse(null);
    }

    /** The grant that goes with a refresh token that is kept already. */
    Grant grant(
            Session session,
            User user,
            @Nullable Membership membership,
            Secret secret,
            Carrier carrier) {
        if (carrier == Carrier.COOKIE) {
            return new Grant(
                    session, user, membership, secret.text(), session.expiresAt(), null, null);
        }
        var token = writer.write(session, user, membership, carrier);
        return new Grant(
                session,
                user,
                membership,
                token.text(),
                token.expiresAt(),
                secret,
                refreshExpiry(session, clock.instant()));
    }

    Instant refreshExpiry(Session session, Instant now) {
        var rolling = now.plus(lifetimes.refresh());
        return rolling.isBefore(session.expiresAt()) ? rolling : session.expiresAt();
    }

    private Session fresh(
            User user, @Nullable Membership membership, String method, Origin origin, Instant now) {
        return new Session(
                SessionId.from(ids.next()),
                user.id(),
                membership == null ? null : membership.organization().id(),
                now,
                now,
                method,
                now.plus(lifetimes.session()),
                now,
                null,
                origin.address(),
                origin.userAgent(),
                origin.door());
    }

    private static Secret secretOf(Session session, Carrier carrier) {
        return Secret.of(
                carrier == Carrier.COOKIE ? SecretKind.SESSION_COOKIE : SecretKind.REFRESH_TOKEN,
                session.id().value());
    }

    private SessionSecret kept(Session session, Secret secret, Carrier carrier) {
        return carrier == Carrier.COOKIE
                ? new SessionSecret.Cookie(secret.hash())
                : new SessionSecret.Refresh(secret.hash(), refreshExpiry(session, clock.instant()));
    }
}
