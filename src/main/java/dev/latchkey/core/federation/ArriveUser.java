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
import dev.latchkey.core.factor.FactorGate;
import dev.latchkey.core.factor.Method;
import dev.latchkey.core.org.CreateOrganization;
import dev.latchkey.core.org.Joining;
import dev.latchkey.core.org.Members;
import dev.latchkey.core.org.Membership;
import dev.latchkey.core.org.OrgId;
import dev.latchkey.core.session.Carrier;
import dev.latchkey.core.session.Grant;
import dev.latchkey.core.session.Grants;
import dev.latchkey.core.session.Session;
import dev.latchkey.core.signin.FinishSignIn;
import dev.latchkey.core.signin.OrganizationChoice;
import dev.latchkey.core.signin.Wish;

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
    private final Newcomers newcomers;
    private final Members members;
    private final Joining joining;
    private final CreateOrganization createOrganization;
    private final SignUpRules rules;
    private final Grants grants;
    private final FactorGate gate;
    private final FinishSignIn finish;
    private final Transactions transactions;
    private final Audit audit;

    public ArriveUser(
            Accounts accounts,
            FindOrCreateUser findOrCreate,
            Newcomers newcomers,
            Members members,
            Joining joining,
            CreateOrganization createOrganization,
            SignUpRules rules,
            Grants grants,
            FactorGate gate,
            FinishSignIn finish,
            Transactions transactions,
            Audit audit) {
        this.accounts = accounts;
        this.findOrCreate = findOrCreate;
        this.newcomers = newcomers;
        this.members = members;
        this.joining = joining;
        this.createOrganization = createOrganization;
        this.rules = rules;
        this.grants = grants;
        this.gate = gate;
        this.finish = finish;
        this.transactions = transactions;
        this.audit = audit;
    }

    CompleteSignIn.End run(
            Provider.Arrival arrival, SignInStep step, Placement placement, Origin origin) {
        // One transaction: a refused invitation or organization leaves no account and no session
        // behind.
        return transactions.write(() -> {
            var found = found(arrival, step, origin);
            var user = found.user();
            if (!user.isActive()) {
                throw new Refused(new Refusal.AccountNotActive());
            }
            if (found.isNew()) {
                newcomers.welcome(user, step.invitation(), origin);
            }
            if (isForeign(arrival) && rules.demandsVerificationOf(user)) {
                return unproven(user, found.isNew(), step, origin);
            }
            var placed = place(user, step, placement, where(arrival), origin);
            if (isForeign(arrival) && hasQuestions(user, step, placement)) {
                var end = finish.run(user, Method.FEDERATED, wish(step, placement, origin));
                return new CompleteSignIn.End.More(end, step.returnTo());
            }
            return new CompleteSignIn.End.SignedIn(
                    grant(arrival, user, placed, origin), step.returnTo(), placed.founded());
        });
    }

    private boolean hasQuestions(User user, SignInStep step, Placement placement) {
        return asks(step, placement)
                || gate.need(user, Method.FEDERATED) != FactorGate.Need.NOTHING;
    }

    private static boolean asks(SignInStep step, Placement placement) {
        return placement == Placement.ASKED
                && step.invitation() == null
                && step.organization() == null;
    }

    private static Wish wish(SignInStep step, Placement placement, Origin origin) {
        var choice =
                asks(step, placement) ? OrganizationChoice.ASK_IF_ANY : OrganizationChoice.OPTIONAL;
        return new Wish(choice, Carrier.COOKIE, null, origin);
    }

    private static boolean isForeign(Provider.Arrival arrival) {
        return switch (arrival) {
            case Provider.Arrival.Local _ -> false;
            case Provider.Arrival.Foreign _ -> true;
        };
    }

    /** As with sign-up by password: the invitation of somebody new is used up at once. */
    private CompleteSignIn.End unproven(User user, boolean isNew, SignInStep step, Origin origin) {
        if (isNew && step.invitation() != null) {
            join(user, step.invitation(), origin);
        }
        return new CompleteSignIn.End.VerifyEmailFirst(user, step.returnTo());
    }

    private Grant grant(Provider.Arrival arrival, User user, Placed placed, Origin origin) {
        var membership = placed.membership();
        return switch (arrival) {
            case Provider.Arrival.Local(var session) when isIn(session, membership) ->
                    grants.carry(session, user, membership, Carrier.COOKIE);
            case Provider.Arrival.Local(var session) ->
                    grants.open(user, membership, session.method(), Carrier.COOKIE, origin);
            case Provider.Arrival.Foreign _ ->
                    grants.open(user, membership, Method.FEDERATED, Carrier.COOKIE, origin);
        };
    }

    private FindOrCreateUser.Found found(Provider.Arrival arrival, SignInStep step, Origin origin) {
        return switch (arrival) {
            case Provider.Arrival.Local(var session) ->
                    new FindOrCreateUser.Found(accounts.require(session.user()), false);
            case Provider.Arrival.Foreign(var identity) ->
                    findOrCreate.within(identity, step.invitation(), origin);
        };
    }

    private Placed place(
            User user,
            SignInStep step,
            Placement placement,
            @Nullable OrgId before,
            Origin origin) {
        if (step.invitation() != null) {
            return new Placed(join(user, step.invitation(), origin), false);
        }
        var memberships = members.of(user.id());
        if (step.organization() != null) {
            return new Placed(
                    chosen(memberships, new OrgId(UUID.fromString(step.organization()))), false);
        }
        if (!memberships.isEmpty() || placement != Placement.FOUNDED) {
            return new Placed(usual(memberships, before), false);
        }
        return home(user, origin);
    }

    /** Where the session is that brought them here, else the one last used. */
    private static @Nullable Membership usual(
            List<Membership> memberships, @Nullable OrgId before) {
        return memberships.stream()
                .filter(m -> m.organization().id().equals(before))
                .findFirst()
                .or(() -> memberships.stream().findFirst())
                .orElse(null);
    }

    private static @Nullable OrgId where(Provider.Arrival arrival) {
        return switch (arrival) {
            case Provider.Arrival.Local(var session) -> session.organization();
            case Provider.Arrival.Foreign _ -> null;
        };
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
