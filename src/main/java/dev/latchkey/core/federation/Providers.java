package dev.latchkey.core.federation;

import java.util.List;
import java.util.Optional;

/** The configured providers in their order; the first is where a sign-in goes that names none. */
public record Providers(List<Provider> all) {
    public Providers {
        all = List.copyOf(all);
    }

    public Provider first() {
        return all.getFirst();
    }

    public Optional<Provider> find(String id) {
        return all.stream().filter(provider -> provider.id().equals(id)).findFirst();
    }
}
