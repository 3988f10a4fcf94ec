package dev.latchkey.core.federation;

import dev.latchkey.core.Refusal;
import dev.latchkey.core.Refused;

import java.util.function.Function;

/**
 * Takes a browser back from a provider: step, state, code, identity; in this order. Every failure
 * is noted for the operator, those of the caller too.
 */
public final class TakeArrival {
    private static final String UNKNOWN = "an unknown provider";

    /** Who arrived, and what they set out for. */
    record Arrived(SignInStep step, Provider.Arrival arrival) {}

    private final SignInSteps steps;
    private final Providers providers;
    private final FailedArrivals failures;

    public TakeArrival(SignInSteps steps, Providers providers, FailedArrivals failures) {
        this.steps = steps;
        this.providers = providers;
        this.failures = failures;
    }

    <T> T run(Returned back, Function<Arrived, T> use) {
        var place = UNKNOWN;
        try {
            var step = steps.take(back);
            place = step.provider();
            return use.apply(new Arrived(step, ask(step, back)));
        } catch (Refused refused) {
            failures.note(place, refused.refusal(), back.origin());
            throw refused;
        }
    }

    private Provider.Arrival ask(SignInStep step, Returned back) {
        if (back.error() != null) {
            throw new Refused(new Refusal.ProviderFailed("it said " + back.error()));
        }
        var code = back.code();
        if (code == null || code.isEmpty()) {
            throw new Refused(new Refusal.ProviderFailed("it gave no code"));
        }
        var provider =
                providers
                        .find(step.provider())
                        .orElseThrow(() -> new Refused(new Refusal.ProviderUnknown()));
        return provider.arrive(
                new Provider.Answer(
                        step.door(),
                        step.redirectUri(),
                        code,
                        back.issuer(),
                        step.nonce(),
                        step.verifier()),
                back.origin());
    }
}
