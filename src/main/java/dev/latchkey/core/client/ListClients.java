package dev.latchkey.core.client;

import dev.latchkey.core.Refusal;
import dev.latchkey.core.Refused;
import dev.latchkey.core.account.Administrators;
import dev.latchkey.core.account.UserId;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** An administrator looks at the clients. */
public final class ListClients {
    private final ClientRegistry registry;
    private final Administrators administrators;

    public ListClients(ClientRegistry registry, Administrators administrators) {
        this.registry = registry;
        this.administrators = administrators;
    }

    /** By name. Refuses with NotAllowed. */
    public List<RegisteredClient> all(@Nullable UserId actor) {
        administrators.require(actor);
        return registry.all();
    }

    /** Refuses with NotAllowed and ClientUnknown. */
    public RegisteredClient one(String id, @Nullable UserId actor) {
        administrators.require(actor);
        return registry.find(id).orElseThrow(() -> new Refused(new Refusal.ClientUnknown()));
    }
}
