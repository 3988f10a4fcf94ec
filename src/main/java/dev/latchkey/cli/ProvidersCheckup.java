package dev.latchkey.cli;

import dev.latchkey.core.Refusal;
import dev.latchkey.core.Refused;
import dev.latchkey.core.federation.Provider;
import dev.latchkey.core.federation.Providers;

import java.util.List;

/** Asks every configured sign-in provider whether it is there. */
record ProvidersCheckup(Providers providers) {
    private static final String CHECK = "provider";

    List<Finding> run() {
        return providers.foreign().stream().map(ProvidersCheckup::of).toList();
    }

    private static Finding of(Provider provider) {
        try {
            provider.checkUp();
            return Finding.ok(CHECK, provider.id() + " answers, as " + provider.issuer());
        } catch (Refused refused) {
            return Finding.bad(
                    CHECK,
                    provider.id() + ": " + words(refused.refusal()),
                    "check providers."
                            + provider.id()
                            + ".issuer, and that this machine reaches"
                            + " it; people can sign in otherwise meanwhile");
        }
    }

    private static String words(Refusal refusal) {
        return refusal instanceof Refusal.ProviderFailed(var reason) ? reason : refusal.toString();
    }
}
