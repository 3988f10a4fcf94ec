package dev.latchkey.core.password;

/**
 * One way of turning a password into what is stored. Costs tens of milliseconds of one core by
 * design.
 */
public interface PasswordHash {

    /** A new PHC string with a salt of its own. */
    String hash(String password);

    /** Whether the password made this PHC string. Takes as long when it did not. */
    boolean verify(String password, String phc);

    /**
     * True when the string was made with other parameters or another algorithm than {@link #hash}
     * uses now.
     */
    boolean isOutdated(String phc);
}
