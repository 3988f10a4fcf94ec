package dev.latchkey.crypto;

import java.util.Base64;
import java.util.Optional;

/**
 * Base 64 as password hashes are written elsewhere: with padding or without, with a dot where
 * others have a plus.
 */
final class Base64Text {
    private Base64Text() {}

    static Optional<byte[]> decode(String text) {
        try {
            return Optional.of(Base64.getDecoder().decode(text.replace('.', '+')));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
