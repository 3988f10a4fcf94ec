package dev.latchkey.core.account;

import java.util.UUID;

public record UserId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
