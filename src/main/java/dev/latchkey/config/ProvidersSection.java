package dev.latchkey.config;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** {@code providers} and {@code signin.*}. */
final class ProvidersSection {
    private static final String SECTION = "providers";
    private static final String OURS = "latchkey";

    private record Placed(int order, ProviderConfig provider) {}

    private final ProviderKeys keys;
    private final Key<String> usual;

    ProvidersSection(Table table) {
        keys = new ProviderKeys(table);
        usual =
                table.optional(
                        "signin.provider",
                        Kinds.providerId(),
                        "Where a browser signs in that an API sends without naming a provider (as"
                                + " Trieve's does): a provider's id, or latchkey for our own page,"
                                + " which offers all of them. Without it: the configured provider"
                                + " when there is exactly one, else our own page.");
    }

    List<ProviderConfig> read(Settings settings) {
        List<Placed> placed = new ArrayList<>();
        for (String id : settings.entriesOf(SECTION)) {
            ProviderKeys entry = keys.of(id);
            if (id.equals(OURS)) {
                settings.refuse(entry.id(), "is our own provider; choose another id.");
            }
            ProviderConfig provider = new ProviderReader(settings, entry, id).read();
            if (provider != null) {
                placed.add(new Placed(settings.get(entry.order()), provider));
            }
        }
        List<ProviderConfig> providers =
                placed.stream()
                        .sorted(Comparator.comparingInt(Placed::order))
                        .map(Placed::provider)
                        .toList();
        refuseMixedIssuers(settings, providers);
        return providers;
    }

    /** Accounts are linked by issuer and subject: two kinds must not give out the same pairs. */
    private void refuseMixedIssuers(Settings settings, List<ProviderConfig> providers) {
        Map<String, ProviderConfig> seen = new HashMap<>();
        for (ProviderConfig provider : providers) {
            ProviderConfig other = seen.putIfAbsent(provider.protocol().issuer(), provider);
            if (other != null && other.protocol().getClass() != provider.protocol().getClass()) {
                settings.refuse(
                        keys.of(provider.id()).issuer(),
                        "is the issuer of " + other.id() + " too, which is of another kind.");
            }
        }
    }

    /** The id of the one to use, or null for our own page. */
    @Nullable String usual(Settings settings, List<ProviderConfig> providers) {
        String named = settings.find(usual);
        if (named == null) {
            return providers.size() == 1 ? providers.getFirst().id() : null;
        }
        if (named.equals(OURS)) {
            return null;
        }
        if (!settings.entriesOf(SECTION).contains(named)) {
            settings.refuse(usual, "is no provider's id.");
        }
        return named;
    }

    /** Where an OAuth 2 server's identities are counted, when nobody says. */
    static String originOf(URI url) {
        return url.getScheme() + "://" + url.getRawAuthority();
    }
}
