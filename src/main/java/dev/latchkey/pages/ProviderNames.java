package dev.latchkey.pages;

import dev.latchkey.core.federation.Provider;
import dev.latchkey.core.federation.Providers;

import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** What people call the sign-in servers that identities come from. */
public record ProviderNames(Map<String, String> byIssuer) {

    public static ProviderNames of(Providers providers) {
        return new ProviderNames(
                providers.foreign().stream()
                        .collect(
                                Collectors.toMap(
                                        provider -> Objects.requireNonNull(provider.issuer()),
                                        Provider::name,
                                        (one, other) -> one + " / " + other)));
    }

    /** The issuer itself when no provider of that name is configured any more. */
    public String of(String issuer) {
        return byIssuer.getOrDefault(issuer, issuer);
    }
}
