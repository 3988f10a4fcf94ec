package dev.latchkey.core.client;

import dev.latchkey.core.account.UserId;
import dev.latchkey.core.signin.Onward;
import dev.latchkey.core.signin.PageStep;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/**
 * Whether a client may know what it asks for. It travels sealed from the OpenID door to the page
 * that asks, and names who is asked, since somebody else may sit at the browser by then.
 *
 * @param items scopes, and single claims with {@code claim:} in front
 * @param onward where the answer is acted on
 */
public record ConsentQuestion(UserId user, String clientId, Set<String> items, Onward onward) {
    public static final String CLAIM = "claim:";

    /** What is added to the way on when the answer was no. */
    public static final String DENIED = "&denied=true";

    private static final String PURPOSE = "consent";

    public ConsentQuestion {
        items = Set.copyOf(items);
    }

    public String seal(PageStep steps) {
        var words = new TreeSet<>(items);
        return steps.seal(
                PURPOSE,
                String.join(
                        "\n",
                        user.toString(),
                        clientId,
                        String.join(" ", words),
                        onward.path(),
                        String.join(" ", onward.leadsTo())));
    }

    /** Refuses with SignInStepInvalid. */
    public static ConsentQuestion open(PageStep steps, String sealed) {
        var lines = List.of(steps.open(PURPOSE, sealed).split("\n", -1));
        return new ConsentQuestion(
                new UserId(UUID.fromString(lines.get(0))),
                lines.get(1),
                Set.of(lines.get(2).split(" ")),
                new Onward(lines.get(3), List.of(lines.get(4).split(" "))));
    }
}
