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
import dev.latchkey.core.session.Session;

import java.time.Clock;
import java.util.List;
import java.util.Optional;

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
     * Who proves again that it is them, in a session that lives, is not asked again: it goes on
     * where that session is. Empty when it is somebody else's, or in no organization of theirs.
     * Refuses as {@link #run} does.
     */
    public Optional<Grant> stay(String flowId, Session before, Carrier carrier, Origin origin) {
        var found = waiting.require(flowId);
        var organization = before.organization();
        return organization != null
                        && before.user().equals(found.user().id())
                        && members.find(organization, before.user()).isPresent()
                ? Optional.of(run(flowId, organization, carrier, origin))
                : Optional.empty();
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
        var user = found.user().id();
        var membership =
                members.find(organization, user).orElseThrow(ChooseOrganization::notAMember);
        return grants.open(
                found.user(),
                membership,
                found.flow().method(),
                carrier,
                origin,
                () -> {
                    // Asked again where nobody can leave in between.
                    if (members.find(organization, user).isEmpty()) {
                        throw notAMember();
                    }
                    if (!flows.use(found.id().hash(), clock.instant())) {
                        throw WaitingFlows.invalid();
                    }
                });
    }

    private static Refused notAMember() {
        return new Refused(new Refusal.NotAMember());
    }
}
