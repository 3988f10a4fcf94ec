package dev.latchkey.core.org;

import java.util.UUID;

public record OrgId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
