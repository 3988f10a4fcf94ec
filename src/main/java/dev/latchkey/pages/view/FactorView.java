package dev.latchkey.pages.view;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * The question for a second factor.
 *
 * @param step where to go afterwards, sealed, or empty
 * @param email whose sign-in it is
 * @param key the form that a passkey fills in, or null when another way is asked for
 * @param others the other ways to prove it
 */
public record FactorView(
        String csrf,
        String step,
        String email,
        Way way,
        @Nullable PasskeyView key,
        List<Link> others,
        Told told) {

    /** What is asked for. */
    public enum Way {
        CODE,
        RECOVERY,
        PASSKEY
    }
}
