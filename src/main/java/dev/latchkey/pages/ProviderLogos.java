package dev.latchkey.pages;

import dev.latchkey.http.Route;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;

/**
 * The pictures on the providers' buttons. They come from us, as everything on our pages does: no
 * other server learns who is about to sign in.
 *
 * @param pictures by the providers' ids; those that have one
 */
public record ProviderLogos(Map<String, Look.Picture> pictures) {
    private static final String PATH = "/auth/provider-logo/";

    public ProviderLogos {
        pictures = Map.copyOf(pictures);
    }

    /** The picture's address, or null when there is none. */
    @Nullable String of(String provider) {
        return pictures.containsKey(provider) ? PATH + provider : null;
    }

    List<Route> routes() {
        return pictures.entrySet().stream()
                .map(entry -> Assets.asset(PATH + entry.getKey(), entry.getValue().reply()))
                .toList();
    }
}
