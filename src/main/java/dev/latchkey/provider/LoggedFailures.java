package dev.latchkey.provider;

import dev.latchkey.core.Origin;
import dev.latchkey.core.Refusal;
import dev.latchkey.core.federation.FailedArrivals;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes failed sign-ins to the log: which request, where, and why. */
public final class LoggedFailures implements FailedArrivals {
    private static final Logger LOG = LoggerFactory.getLogger(LoggedFailures.class);
    private static final int LONGEST = 500;

    @Override
    public void note(String provider, Refusal refusal, Origin origin) {
        LOG.warn(
                "request {}: signing in at {} failed: {}",
                origin.requestId(),
                provider,
                harmless(words(refusal)));
    }

    private static String words(Refusal refusal) {
        return refusal instanceof Refusal.ProviderFailed(var reason)
                ? reason
                : refusal.getClass().getSimpleName();
    }

    /** Reasons hold what others sent: on one line, without controls, not endless. */
    static String harmless(String text) {
        var line = text.replaceAll("[\\p{Cntrl}\\p{Cf}\\u2028\\u2029]", " ");
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "...";
    }
}
