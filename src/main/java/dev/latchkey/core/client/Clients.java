package dev.latchkey.core.client;

import java.util.Optional;

/** The clients that may ask our provider for a sign-in. */
@FunctionalInterface
public interface Clients {
    Optional<Client> find(String id);
}
