package dev.latchkey.core.federation;

import java.util.List;
import java.util.Optional;

/**
 * The providers in their order.
 *
 * @param all the configured ones, then our own
 * @param usual where a sign-in goes that names none
 */
public record Providers(List<Provider> all, Provider usual) {
    public Providers {
        all = List.copyOf(all);
    }

    public Optional<Provider> find(String id) {
        return all.stream().filter(provider -> provider.id().equals(id)).findFirst();
    }

    /** Those of other people, which our own sign-in page offers. */
    public List<Provider> foreign() {
        return all.stream().filter(provider -> provider.issuer() != null).toList();
    }

    /** One of {@link #foreign}. */
    public Optional<Provider> findForeign(String id) {
        return foreign().stream().filter(provider -> provider.id().equals(id)).findFirst();
    }
}
