package dev.latchkey.crypto;

import java.util.Optional;
import java.util.function.Predicate;

/** A format of another system: verified at the next sign-in and then replaced, never made here. */
interface ForeignHash {

    /**
     * The test a password has to pass, when the string is of this format and within bounds that a
     * machine survives. Those systems hash the password as it was typed, so the test gets it as it
     * is.
     */
    Optional<Predicate<String>> read(String stored);
}
