package dev.latchkey.core.client;

import dev.latchkey.core.token.TokenHash;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The store of registered clients. */
public interface ClientRegistry {

    /** False when the id is taken. */
    boolean insert(RegisteredClient client);

    Optional<RegisteredClient> find(String id);

    /** By name. */
    List<RegisteredClient> all();

    /** True when it was there. */
    boolean change(String id, ClientSettings settings, @Nullable TokenHash secret, Instant at);

    boolean delete(String id);
}
