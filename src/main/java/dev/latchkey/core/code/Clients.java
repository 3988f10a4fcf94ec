package dev.latchkey.core.code;

import java.util.Optional;

/** The clients that may ask our provider for a sign-in. */
public interface Clients {
    Optional<Client> find(String id);
}
