package dev.latchkey.provider;

import dev.latchkey.core.Refusal;
import dev.latchkey.core.Refused;

/** Says no to what a provider did. */
final class Failed {
    private Failed() {}

    /**
     * @param reason for the operator's log, after "the provider failed:"
     */
    static Refused because(String reason) {
        return new Refused(new Refusal.ProviderFailed(reason));
    }
}
