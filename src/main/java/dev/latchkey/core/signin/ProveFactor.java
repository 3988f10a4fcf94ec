package dev.latchkey.core.signin;

import dev.latchkey.core.Refusal;
import dev.latchkey.core.Refused;
import dev.latchkey.core.account.User;
import dev.latchkey.core.factor.CheckFactor;
import dev.latchkey.core.factor.FactorGate;
import dev.latchkey.core.factor.FactorProof;
import dev.latchkey.core.factor.Factors;
import dev.latchkey.core.factor.Method;

import java.time.Instant;

/**
 * Goes on with a flow that waits for a second factor. The flow was made by the first factor, so
 * whoever has only its id gains nothing, and whoever has only the second factor has no flow.
 */
public final class ProveFactor {

    /**
     * What a page has to know to ask.
     *
     * @param isEnrolment they have none yet, and have to set one up
     */
    public record Asked(User user, Factors factors, boolean isEnrolment, Instant expiresAt) {}

    private final WaitingFlows waiting;
    private final FactorGate gate;
    private final CheckFactor check;
    private final FinishSignIn finish;

    public ProveFactor(
            WaitingFlows waiting, FactorGate gate, CheckFactor check, FinishSignIn finish) {
        this.waiting = waiting;
        this.gate = gate;
        this.check = check;
        this.finish = finish;
    }

    /** Refuses with FlowInvalid, also when no second factor is asked for. */
    public Asked show(String flowId) {
        var found = asking(flowId);
        var factors = gate.factorsOf(found.user().id());
        return new Asked(found.user(), factors, !factors.any(), found.flow().expiresAt());
    }

    /**
     * Ends as signed in or with the choice of an organization. Refuses with FlowInvalid,
     * FactorWrong and TooManyAttempts; a wrong factor does not use the flow up.
     */
    public SignInEnd run(String flowId, FactorProof proof, Wish wish) {
        var found = asking(flowId);
        var proven = check.run(found.user(), proof, wish.origin());
        var method = Method.and(found.flow().method(), proven.method());
        return finish.resume(found.id(), found.user(), method, wish, proven.claim());
    }

    private WaitingFlows.Found asking(String flowId) {
        var found = waiting.require(flowId);
        if (!found.flow().needsFactor() || found.flow().isFactorProven()) {
            throw new Refused(new Refusal.FlowInvalid());
        }
        return found;
    }
}
