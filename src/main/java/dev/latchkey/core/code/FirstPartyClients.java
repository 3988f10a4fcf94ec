package dev.latchkey.core.code;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The clients that are part of this server: the doors that send browsers to our own sign-in page.
 */
public final class FirstPartyClients implements Clients {
    private final Map<String, Client> clients;

    public FirstPartyClients(List<Client> clients) {
        this.clients =
                clients.stream()
                        .collect(Collectors.toUnmodifiableMap(Client::id, Function.identity()));
    }

    @Override
    public Optional<Client> find(String id) {
        return Optional.ofNullable(clients.get(id));
    }
}
