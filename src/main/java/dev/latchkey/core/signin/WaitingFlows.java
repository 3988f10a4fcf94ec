package dev.latchkey.core.signin;

import dev.latchkey.core.Refusal;
import dev.latchkey.core.Refused;
import dev.latchkey.core.account.Accounts;
import dev.latchkey.core.account.User;
import dev.latchkey.core.token.Secret;
import dev.latchkey.core.token.SecretKind;

import java.time.Clock;

/** Finds a flow that still waits, by its id, for the rules that go on with it. */
public final class WaitingFlows {

    record Found(Secret id, LoginFlow flow, User user) {}

    private final LoginFlows flows;
    private final Accounts accounts;
    private final Clock clock;

    public WaitingFlows(LoginFlows flows, Accounts accounts, Clock clock) {
        this.flows = flows;
        this.accounts = accounts;
        this.clock = clock;
    }

    /** Refuses with FlowInvalid: unknown, expired, used, or its user may not sign in any more. */
    Found require(String flowId) {
        var id = Secret.parse(SecretKind.LOGIN_FLOW, flowId).orElseThrow(WaitingFlows::invalid);
        var flow =
                flows.find(id.hash())
                        .filter(f -> f.isLive(clock.instant()))
                        .orElseThrow(WaitingFlows::invalid);
        var user =
                accounts.find(flow.user())
                        .filter(User::isActive)
                        .orElseThrow(WaitingFlows::invalid);
        return new Found(id, flow, user);
    }

    static Refused invalid() {
        return new Refused(new Refusal.FlowInvalid());
    }
}
