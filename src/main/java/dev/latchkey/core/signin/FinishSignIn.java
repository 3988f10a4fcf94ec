package dev.latchkey.core.signin;

import dev.latchkey.core.Refusal;
import dev.latchkey.core.Refused;
import dev.latchkey.core.Transactions;
import dev.latchkey.core.account.User;
import dev.latchkey.core.org.Members;
import dev.latchkey.core.org.Membership;
import dev.latchkey.core.session.Grants;
import dev.latchkey.core.token.Secret;
import dev.latchkey.core.token.SecretKind;

import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** From a proven user to a session or to the question which organization it is for. */
public final class FinishSignIn {
    /** RFC 8176. */
    static final String PASSWORD = "pwd";

    private final Members members;
    private final LoginFlows flows;
    private final Grants grants;
    private final Transactions transactions;
    private final Clock clock;
    private final Duration flowLifetime;

    public FinishSignIn(
            Members members,
            LoginFlows flows,
            Grants grants,
            Transactions transactions,
            Clock clock,
            Duration flowLifetime) {
        this.members = members;
        this.flows = flows;
        this.grants = grants;
        this.transactions = transactions;
        this.clock = clock;
        this.flowLifetime = flowLifetime;
    }

    SignInEnd run(User user, PasswordSignIn.Command command) {
        var memberships = members.of(user.id());
        return switch (command.choice()) {
            case ASK ->
                    memberships.size() > 1
                            ? ask(user, command)
                            : signedIn(user, requireFirst(memberships), command);
            case LAST_USED -> signedIn(user, requireFirst(memberships), command);
            case OPTIONAL ->
                    memberships.isEmpty()
                            ? new SignInEnd.SignedIn(
                                    grants.open(
                                            user,
                                            null,
                                            PASSWORD,
                                            command.carrier(),
                                            command.origin()))
                            : signedIn(user, memberships.getFirst(), command);
        };
    }

    private SignInEnd signedIn(User user, Membership membership, PasswordSignIn.Command command) {
        return new SignInEnd.SignedIn(
                grants.open(user, membership, PASSWORD, command.carrier(), command.origin()));
    }

    private SignInEnd ask(User user, PasswordSignIn.Command command) {
        var id = Secret.random(SecretKind.LOGIN_FLOW);
        var now = clock.instant();
        var flow = new LoginFlow(user.id(), command.returnTo(), now, now.plus(flowLifetime), null);
        transactions.writing(() -> flows.insert(id.hash(), flow));
        return new SignInEnd.ChooseOrganization(id);
    }

    private static Membership requireFirst(List<Membership> memberships) {
        if (memberships.isEmpty()) {
            throw new Refused(new Refusal.NoOrganization());
        }
        return memberships.getFirst();
    }
}
