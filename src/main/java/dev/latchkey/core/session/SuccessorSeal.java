package dev.latchkey.core.session;

import java.util.Optional;

/**
 * Seals a refresh token's successor under the token itself: the database alone can never open it.
 */
public interface SuccessorSeal {

    byte[] seal(String token, String successor);

    Optional<String> open(String token, byte[] sealed);
}
