package dev.latchkey.core.federation;

import dev.latchkey.core.Origin;
import dev.latchkey.core.Refusal;
import dev.latchkey.core.Refused;
import dev.latchkey.core.Transactions;
import dev.latchkey.core.account.Accounts;
import dev.latchkey.core.account.SignUpRules;
import dev.latchkey.core.account.User;
import dev.latchkey.core.audit.Audit;
import dev.latchkey.core.audit.AuditEvent;
import dev.latchkey.core.factor.Method;
import dev.latchkey.core.org.CreateOrganization;
import dev.latchkey.core.org.Joining;
import dev.latchkey.core.org.Members;
import dev.latchkey.core.org.Membership;
import dev.latchkey.core.org.OrgId;
import dev.latchkey.core.session.Carrier;
import dev.latchkey.core.session.Grants;
import dev.latchkey.core.session.Session;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** From whoever arrived at a provider to a session here, in the organization they asked for. */
public final class ArriveUser {
    /** Whose session, in which organization, and how it came about. */
    private record Placed(@Nullable Membership membership, boolean founded) {}

    private final Accounts accounts;
    private final FindOrCreateUser findOrCreate;
    private final Members members;
    private final Joining joining;
    private final CreateOrganization createOrganization;
    private final SignUpRules rules;
    private final Grants grants;
    private final Transactions transactions;
    private final Audit audit;

    public ArriveUser(
            Accounts accounts,
            FindOrCreateUser findOrCreate,
            Members members,
            Joining joining,
            CreateOrganization createOrganization,
            SignUpRules rules,
            Grants grants,
            Transactions transactions,
            Audit audit) {
        this.accounts = accounts;
        this.findOrCreate = findOrCreate;
        this.members = members;
        this.joining = joining;
        this.createOrganization = createOrganization;
        this.rules = rules;
        this.grants = grants;
        this.transactions = transactions;
        this.audit = audit;
    }

    CompleteSignIn.Completed run(
            Provider.Arrival arrival, SignInStep step, boolean needsOrganization, Origin origin) {
        // One transaction: a refused invitation or organization leaves no account and no session
        // behind.
        return transactions.write(() -> {
            var user = user(arrival, origin);
            if (!user.isActive()) {
                throw new Refused(new Refusal.AccountNotActive());
            }
            var placed = place(user, step, needsOrganization, origin);
            var grant =
                    switch (arrival) {
                        case Provider.Arrival.Local(var session)
                                when isIn(session, placed.membership()) ->
                                grants.carry(session, user, placed.membership(), Carrier.COOKIE);
                        case Provider.Arrival.Local(var session) ->
                                grants.open(
                                        user,
                                        placed.membership(),
                                        session.method(),
                                        Carrier.COOKIE,
                                        origin);
                        case Provider.Arrival.Foreign foreign ->
                                grants.open(
                                        user,
                                        placed.membership(),
                                        Method.FEDERATED,
                                        Carrier.COOKIE,
                                        origin);
                    };
            return new CompleteSignIn.Completed(grant, step.returnTo(), placed.founded());
        });
    }

    private User user(Provider.Arrival arrival, Origin origin) {
        return switch (arrival) {
            case Provider.Arrival.Local(var session) ->
                    accounts.find(session.user())
                            .orElseThrow(() -> new Refused(new Refusal.AccountUnknown()));
            case Provider.Arrival.Foreign(var identity) -> findOrCreate.within(identity, origin);
        };
    }

    private Placed place(User user, SignInStep step, boolean needsOrganization, Origin origin) {
        if (step.invitation() != null) {
            return new Placed(join(user, step.invitation(), origin), false);
        }
        var memberships = members.of(user.id());
        if (step.organization() != null) {
            return new Placed(
                    chosen(memberships, new OrgId(UUID.fromString(step.organization()))), false);
        }
        if (!memberships.isEmpty() || !needsOrganization) {
            return new Placed(memberships.isEmpty() ? null : memberships.getFirst(), false);
        }
        return home(user, origin);
    }

    private @Nullable Membership join(User user, String code, Origin origin) {
        var organization =
                joining.join(user.id(), joining.invited(user.email(), code)).orElse(null);
        audit.own(AuditEvent.Kind.INVITATION_USED, user.id(), organization, origin, "");
        return organization == null ? null : members.find(organization, user.id()).orElse(null);
    }

    private static Membership chosen(List<Membership> memberships, OrgId organization) {
        return memberships.stream()
                .filter(m -> m.organization().id().equals(organization))
                .findFirst()
                .orElseThrow(() -> new Refused(new Refusal.NotAMember()));
    }

    /** Where somebody lives who belongs to none: the default organization, or one of their own. */
    private Placed home(User user, Origin origin) {
        if (rules.mode() == SignUpRules.Mode.SINGLE) {
            joining.join(user.id(), new Joining.Right.ToDefault());
        } else {
            createOrganization.owned(user.email().localPart(), user.id(), origin);
        }
        var memberships = members.of(user.id());
        return new Placed(
                memberships.isEmpty() ? null : memberships.getFirst(),
                rules.mode() == SignUpRules.Mode.MULTI);
    }

    private static boolean isIn(Session session, @Nullable Membership membership) {
        var organization = membership == null ? null : membership.organization().id();
        return Objects.equals(session.organization(), organization);
    }
}
