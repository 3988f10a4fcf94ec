package dev.latchkey.core.factor;

import java.util.List;

/**
 * What somebody can prove besides a password.
 *
 * @param recoveryCodes how many are left
 */
public record Factors(boolean authenticator, int recoveryCodes, List<Passkey> passkeys) {
    public Factors {
        passkeys = List.copyOf(passkeys);
    }

    /** Whether a sign-in asks for one. Recovery codes stand in for a factor, and are none. */
    public boolean any() {
        return authenticator || !passkeys.isEmpty();
    }
}
