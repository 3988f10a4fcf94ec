package dev.latchkey.core.federation;

import dev.latchkey.core.Origin;
import dev.latchkey.core.Refusal;

/** Where it is written down why a sign-in at a provider came to nothing, for the operator. */
@FunctionalInterface
public interface FailedArrivals {

    /**
     * @param provider its id, or what stands for one that is not known
     */
    void note(String provider, Refusal refusal, Origin origin);
}
