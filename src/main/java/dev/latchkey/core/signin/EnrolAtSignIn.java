package dev.latchkey.core.signin;

import dev.latchkey.core.Refusal;
import dev.latchkey.core.Refused;
import dev.latchkey.core.account.User;
import dev.latchkey.core.factor.AddAuthenticator;
import dev.latchkey.core.factor.FactorGate;
import dev.latchkey.core.factor.Method;
import dev.latchkey.core.factor.RecoveryCode;

import java.util.List;

/**
 * Sets up the second factor that the settings demand, in the middle of a sign-in, and goes on with
 * it. Only for who has none: who has one proves that.
 */
public final class EnrolAtSignIn {

    /** How the sign-in ended, and the recovery codes to show once. */
    public record Done(SignInEnd end, List<RecoveryCode> codes) {
        public Done {
            codes = List.copyOf(codes);
        }
    }

    private final WaitingFlows waiting;
    private final FactorGate gate;
    private final AddAuthenticator add;
    private final FinishSignIn finish;

    public EnrolAtSignIn(
            WaitingFlows waiting, FactorGate gate, AddAuthenticator add, FinishSignIn finish) {
        this.waiting = waiting;
        this.gate = gate;
        this.add = add;
        this.finish = finish;
    }

    /** Refuses with FlowInvalid. */
    public AddAuthenticator.Offer offer(String flowId) {
        return add.offer(factorless(flowId).user());
    }

    /** Refuses with FlowInvalid and SignInStepInvalid. */
    public AddAuthenticator.Offer again(String flowId, String sealed) {
        return add.again(factorless(flowId).user(), sealed);
    }

    /** Refuses with FlowInvalid, and as {@link AddAuthenticator#confirm} does. */
    public Done run(String flowId, String sealed, String code, Wish wish) {
        var found = factorless(flowId);
        User user = found.user();
        var enrolment = add.confirm(user, sealed, code, wish.origin());
        var method = Method.and(found.flow().method(), enrolment.proven().method());
        var end = finish.resume(found.id(), user, method, wish, enrolment.proven().claim());
        return new Done(end, enrolment.codes());
    }

    private WaitingFlows.Found factorless(String flowId) {
        var found = waiting.require(flowId);
        if (!found.flow().needsFactor() || gate.isEnrolled(found.user().id())) {
            throw new Refused(new Refusal.FlowInvalid());
        }
        return found;
    }
}
