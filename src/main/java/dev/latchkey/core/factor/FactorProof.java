package dev.latchkey.core.factor;

/** What somebody shows as their second factor. */
public sealed interface FactorProof {

    /** Six digits of an authenticator app, or a recovery code. */
    record Code(String text) implements FactorProof {
        @Override
        public String toString() {
            return "a code";
        }
    }

    /**
     * What a browser made of a challenge.
     *
     * @param challenge as {@link PasskeyChallenges} sealed it
     * @param response {@code AuthenticationResponseJSON} (Web Authentication, level 3)
     */
    record Key(String challenge, String response) implements FactorProof {}
}
