package dev.latchkey.core.client;

import org.jspecify.annotations.Nullable;

import java.util.Set;

/** What a client showed to say who it is. */
public sealed interface Presented {

    /** A secret, in the header or the form. */
    record WithSecret(String clientId, String secret) implements Presented {
        @Override
        public String toString() {
            return "a secret for " + clientId;
        }
    }

    /**
     * A signed assertion.
     *
     * @param clientId said beside it, or null
     * @param audiences the names that this endpoint goes by
     */
    record WithAssertion(@Nullable String clientId, String assertion, Set<String> audiences)
            implements Presented {
        @Override
        public String toString() {
            return "an assertion";
        }
    }

    /** Nothing but its name. */
    record NameOnly(String clientId) implements Presented {}
}
