package dev.latchkey.core.client;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The doors of this server first, so that no registered client ever passes for one; then the
 * registry.
 */
public final class AllClients implements Clients {
    private final Map<String, FirstPartyClient> doors;
    private final ClientRegistry registry;

    public AllClients(List<FirstPartyClient> doors, ClientRegistry registry) {
        this.doors =
                doors.stream()
                        .collect(
                                Collectors.toUnmodifiableMap(
                                        FirstPartyClient::id, Function.identity()));
        this.registry = registry;
    }

    @Override
    public Optional<Client> find(String id) {
        var door = doors.get(id);
        return door != null ? Optional.of(door) : registry.find(id).map(Function.identity());
    }
}
