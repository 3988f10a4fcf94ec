package dev.latchkey.core.factor;

import java.util.UUID;

/** Our own name for a passkey. */
public record PasskeyId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
