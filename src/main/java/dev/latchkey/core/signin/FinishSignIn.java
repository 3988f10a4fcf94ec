package dev.latchkey.core.signin;

import dev.latchkey.core.Links;
import dev.latchkey.core.Refusal;
import dev.latchkey.core.Refused;
import dev.latchkey.core.Transactions;
import dev.latchkey.core.account.User;
import dev.latchkey.core.factor.FactorGate;
import dev.latchkey.core.org.Members;
import dev.latchkey.core.org.Membership;
import dev.latchkey.core.session.Grants;
import dev.latchkey.core.token.Secret;
import dev.latchkey.core.token.SecretKind;

import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/**
 * From a proven user to a session, or to the question for a second factor or for the organization.
 */
public final class FinishSignIn {
    private final Members members;
    private final LoginFlows flows;
    private final FactorGate gate;
    private final Grants grants;
    private final Links links;
    private final Transactions transactions;
    private final Clock clock;
    private final Duration flowLifetime;

    public FinishSignIn(
            Members members,
            LoginFlows flows,
            FactorGate gate,
            Grants grants,
            Links links,
            Transactions transactions,
            Clock clock,
            Duration flowLifetime) {
        this.members = members;
        this.flows = flows;
        this.gate = gate;
        this.grants = grants;
        this.links = links;
        this.transactions = transactions;
        this.clock = clock;
        this.flowLifetime = flowLifetime;
    }

    /**
     * Refuses with NoOrganization.
     *
     * @param method what was proven, in words of RFC 8176
     */
    public SignInEnd run(User user, String method, Wish wish) {
        return transactions.write(() -> decide(user, method, wish)).get();
    }

    /** Gives what is left to do after the transaction that this runs in. */
    private Supplier<SignInEnd> decide(User user, String method, Wish wish) {
        return switch (gate.need(user, method)) {
            case NOTHING -> settle(user, method, wish);
            case PROOF -> waitForFactor(user, method, wish, false);
            case ENROLMENT -> waitForFactor(user, method, wish, true);
        };
    }

    private Supplier<SignInEnd> settle(User user, String method, Wish wish) {
        var memberships = members.of(user.id());
        if (isAsked(memberships, wish)) {
            var flow = begin(user, method, false, wish);
            return () -> new SignInEnd.ChooseOrganization(flow);
        }
        var place = place(memberships, wish);
        var grant = grants.begin(user, place, method, wish.carrier(), wish.origin());
        return () -> new SignInEnd.SignedIn(grant.get());
    }

    /**
     * Takes up a flow again whose factor was proven.
     *
     * @param method everything that was proven
     * @param claim uses the factor up, in the same transaction
     */
    SignInEnd resume(Secret flow, User user, String method, Wish wish, Runnable claim) {
        var memberships = members.of(user.id());
        if (isAsked(memberships, wish)) {
            transactions.writing(() -> {
                claim.run();
                require(flows.prove(flow.hash(), method, clock.instant()));
            });
            return new SignInEnd.ChooseOrganization(flow);
        }
        return signedIn(
                user,
                method,
                place(memberships, wish),
                wish,
                () -> {
                    claim.run();
                    require(flows.use(flow.hash(), clock.instant()));
                });
    }

    private Supplier<SignInEnd> waitForFactor(
            User user, String method, Wish wish, boolean enrolment) {
        // Who could not go on anyway is told so before they look for their telephone.
        place(members.of(user.id()), wish);
        var flow = begin(user, method, true, wish);
        return () -> new SignInEnd.SecondFactor(flow, links.signInPage(), enrolment);
    }

    private SignInEnd signedIn(
            User user,
            String method,
            @Nullable Membership membership,
            Wish wish,
            Runnable condition) {
        return new SignInEnd.SignedIn(
                grants.open(user, membership, method, wish.carrier(), wish.origin(), condition));
    }

    private Secret begin(User user, String method, boolean needsFactor, Wish wish) {
        var id = Secret.random(SecretKind.LOGIN_FLOW);
        var now = clock.instant();
        var flow =
                new LoginFlow(
                        user.id(),
                        method,
                        needsFactor,
                        wish.returnTo(),
                        now,
                        now.plus(flowLifetime),
                        null);
        transactions.writing(() -> flows.insert(id.hash(), flow));
        return id;
    }

    private static boolean isAsked(List<Membership> memberships, Wish wish) {
        return wish.choice().asks() && memberships.size() > 1;
    }

    private static @Nullable Membership place(List<Membership> memberships, Wish wish) {
        if (!memberships.isEmpty()) {
            return memberships.getFirst();
        }
        if (wish.choice().allowsNone()) {
            return null;
        }
        throw new Refused(new Refusal.NoOrganization());
    }

    private static void require(boolean won) {
        if (!won) {
            throw new Refused(new Refusal.FlowInvalid());
        }
    }
}
