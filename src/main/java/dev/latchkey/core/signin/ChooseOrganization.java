package dev.latchkey.core.signin;

import dev.latchkey.core.Links;
import dev.latchkey.core.Origin;
import dev.latchkey.core.Refusal;
import dev.latchkey.core.Refused;
import dev.latchkey.core.account.User;
import dev.latchkey.core.org.Members;
import dev.latchkey.core.org.Membership;
import dev.latchkey.core.org.OrgId;
import dev.latchkey.core.session.Carrier;
import dev.latchkey.core.session.Grant;
import dev.latchkey.core.session.Grants;

import java.time.Clock;
import java.util.List;

/** Shows a login flow to whoever holds its id, and finishes it with a choice, once. */
public final class ChooseOrganization {

    /** A flow as its holder may see it. */
    public record Waiting(LoginFlow flow, User user, List<Membership> memberships) {}

    private final WaitingFlows waiting;
    private final LoginFlows flows;
    private final Members members;
    private final Grants grants;
    private final Links links;
    private final Clock clock;

    public ChooseOrganization(
            WaitingFlows waiting,
            LoginFlows flows,
            Members members,
            Grants grants,
            Links links,
            Clock clock) {
        this.waiting = waiting;
        this.flows = flows;
        this.members = members;
        this.grants = grants;
        this.links = links;
        this.clock = clock;
    }

    /** Refuses with FlowInvalid. */
    public Waiting show(String flowId) {
        var found = waiting.require(flowId);
        return new Waiting(found.flow(), found.user(), members.of(found.user().id()));
    }

    /**
     * Refuses with FlowInvalid, SecondFactorNeeded (it has to be proven first) and NotAMember; a
     * wrong choice does not use the flow up.
     */
    public Grant run(String flowId, OrgId organization, Carrier carrier, Origin origin) {
        var found = waiting.require(flowId);
        if (!found.flow().isProven()) {
            throw new Refused(new Refusal.SecondFactorNeeded(links.signInPage()));
        }
        var membership =
                members.of(found.user().id()).stream()
                        .filter(m -> m.organization().id().equals(organization))
                        .findFirst()
                        .orElseThrow(() -> new Refused(new Refusal.NotAMember()));
        return grants.open(
                found.user(),
                membership,
                found.flow().method(),
                carrier,
                origin,
                () -> {
                    if (!flows.use(found.id().hash(), clock.instant())) {
                        throw WaitingFlows.invalid();
                    }
                });
    }
}
