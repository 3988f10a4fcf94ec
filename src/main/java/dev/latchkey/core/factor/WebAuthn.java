package dev.latchkey.core.factor;

import java.util.Optional;

/**
 * The ceremonies of Web Authentication, level 3, sections 7.1 and 7.2: type, challenge, origin,
 * relying party, flags, key and signature are checked; nothing comes back unless all of them fit.
 */
public interface WebAuthn {

    /**
     * What an authenticator said when it was used.
     *
     * @param userHandle whose it thinks it is; empty when it does not say
     */
    record Assertion(long signCount, boolean userVerified, boolean backedUp, byte[] userHandle) {}

    /** A new credential out of a {@code RegistrationResponseJSON}; the user was verified. */
    Optional<Passkey.Credential> registered(String response, byte[] challenge);

    /**
     * Which credential an {@code AuthenticationResponseJSON} claims to be of; nothing is checked.
     */
    Optional<byte[]> credentialOf(String response);

    /**
     * @param verified whether the user has to have been verified, by a PIN or a finger
     */
    Optional<Assertion> asserted(
            String response, byte[] challenge, Passkey.Credential credential, boolean verified);
}
