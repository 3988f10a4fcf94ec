package dev.latchkey.core.signin;

import dev.latchkey.core.Origin;
import dev.latchkey.core.Refusal;
import dev.latchkey.core.Refused;
import dev.latchkey.core.account.Accounts;
import dev.latchkey.core.account.User;
import dev.latchkey.core.org.Members;
import dev.latchkey.core.org.Membership;
import dev.latchkey.core.org.OrgId;
import dev.latchkey.core.session.Carrier;
import dev.latchkey.core.session.Grant;
import dev.latchkey.core.session.Grants;
import dev.latchkey.core.token.Secret;
import dev.latchkey.core.token.SecretKind;

import java.time.Clock;
import java.util.List;

/** Shows a login flow to whoever holds its id, and finishes it with a choice, once. */
public final class ChooseOrganization {

    /** A flow as its holder may see it. */
    public record Waiting(LoginFlow flow, User user, List<Membership> memberships) {}

    private final LoginFlows flows;
    private final Accounts accounts;
    private final Members members;
    private final Grants grants;
    private final Clock clock;

    public ChooseOrganization(
            LoginFlows flows, Accounts accounts, Members members, Grants grants, Clock clock) {
        this.flows = flows;
        this.accounts = accounts;
        this.members = members;
        this.grants = grants;
        this.clock = clock;
    }

    /** Refuses with FlowInvalid. */
    public Waiting show(String flowId) {
        var secret = secret(flowId);
        var flow =
                flows.find(secret.hash())
                        .filter(f -> f.usedAt() == null && clock.instant().isBefore(f.expiresAt()))
                        .orElseThrow(ChooseOrganization::invalid);
        var user =
                accounts.find(flow.user())
                        .filter(User::isActive)
                        .orElseThrow(ChooseOrganization::invalid);
        return new Waiting(flow, user, members.of(user.id()));
    }

    /** Refuses with FlowInvalid and NotAMember; a wrong choice does not use the flow up. */
    public Grant run(String flowId, OrgId organization, Carrier carrier, Origin origin) {
        var waiting = show(flowId);
        var membership =
                waiting.memberships().stream()
                        .filter(m -> m.organization().id().equals(organization))
                        .findFirst()
                        .orElseThrow(() -> new Refused(new Refusal.NotAMember()));
        return grants.open(
                waiting.user(),
                membership,
                FinishSignIn.PASSWORD,
                carrier,
                origin,
                () -> {
                    if (!flows.use(secret(flowId).hash(), clock.instant())) {
                        throw invalid();
                    }
                });
    }

    private static Secret secret(String flowId) {
        return Secret.parse(SecretKind.LOGIN_FLOW, flowId).orElseThrow(ChooseOrganization::invalid);
    }

    private static Refused invalid() {
        return new Refused(new Refusal.FlowInvalid());
    }
}
