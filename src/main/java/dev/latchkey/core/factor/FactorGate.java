package dev.latchkey.core.factor;

import dev.latchkey.core.Links;
import dev.latchkey.core.Refusal;
import dev.latchkey.core.Refused;
import dev.latchkey.core.account.User;
import dev.latchkey.core.account.UserId;

/**
 * The one place that says whether what somebody proved is enough. Every session passes it when it
 * is opened and when it is refreshed, however it came about, so that no way of signing in can
 * forget it.
 */
public final class FactorGate {

    /** What is still missing. */
    public enum Need {
        NOTHING,
        /** A factor that they have. */
        PROOF,
        /** A factor that they do not have yet, and that the settings demand. */
        ENROLMENT
    }

    private final TotpSecrets secrets;
    private final Passkeys passkeys;
    private final RecoveryCodes recoveryCodes;
    private final Enrolments enrolments;
    private final Demand demand;
    private final Links links;

    public FactorGate(
            TotpSecrets secrets,
            Passkeys passkeys,
            RecoveryCodes recoveryCodes,
            Enrolments enrolments,
            Demand demand,
            Links links) {
        this.secrets = secrets;
        this.passkeys = passkeys;
        this.recoveryCodes = recoveryCodes;
        this.enrolments = enrolments;
        this.demand = demand;
        this.links = links;
    }

    public Factors factorsOf(UserId user) {
        return new Factors(
                secrets.find(user).isPresent(), recoveryCodes.left(user), passkeys.of(user));
    }

    public boolean isEnrolled(UserId user) {
        return enrolments.has(user);
    }

    public Need need(User user, String method) {
        return Method.isMultiple(method) ? Need.NOTHING : need(user, method, isEnrolled(user.id()));
    }

    /** The same for who knows already whether they are enrolled. Looks at no store. */
    public Need need(User user, String method, boolean enrolled) {
        if (Method.isMultiple(method)) {
            return Need.NOTHING;
        }
        if (enrolled) {
            return Need.PROOF;
        }
        return isDemanded(user, method) ? Need.ENROLMENT : Need.NOTHING;
    }

    /** Refuses with SecondFactorNeeded. */
    public void require(User user, String method) {
        if (need(user, method) != Need.NOTHING) {
            throw new Refused(new Refusal.SecondFactorNeeded(links.signInPage()));
        }
    }

    /**
     * Whether the settings forbid that this sign-in goes on: it proved one factor before they
     * demanded two. Looks at no store.
     */
    public boolean isOutlawed(User user, String method) {
        return !Method.isMultiple(method) && isDemanded(user, method);
    }

    /** A provider asks for what it needs: whoever trusts it here trusts it with that, too. */
    private boolean isDemanded(User user, String method) {
        return demand.of(user) && !Method.isFederated(method);
    }
}
