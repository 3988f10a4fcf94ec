package dev.latchkey.dialect.semaphore;

import com.fasterxml.jackson.annotation.JsonProperty;

import dev.latchkey.core.federation.Provider;
import dev.latchkey.core.federation.Providers;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** {@code LoginMetadata}, with what real servers send beside the seed's members. */
record LoginMetadata(
        @JsonProperty("oidc_providers") List<OidcProvider> oidcProviders,
        @JsonProperty("login_with_password") boolean loginWithPassword) {

    record OidcProvider(String id, String name, String color, String icon) {}

    static LoginMetadata of(Providers providers) {
        return new LoginMetadata(providers.all().stream().map(LoginMetadata::of).toList(), true);
    }

    private static OidcProvider of(Provider provider) {
        return new OidcProvider(
                provider.id(),
                provider.name(),
                orEmpty(provider.color()),
                orEmpty(provider.icon()));
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
