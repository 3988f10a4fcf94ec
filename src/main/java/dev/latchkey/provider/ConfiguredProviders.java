package dev.latchkey.provider;

import dev.latchkey.config.ProviderConfig;
import dev.latchkey.core.federation.Provider;

import java.time.Clock;
import java.util.List;

/** Makes the configured providers, each of its kind. Calls none of them yet. */
public final class ConfiguredProviders {
    private final Outside outside = new Outside();
    private final Clock clock;

    public ConfiguredProviders(Clock clock) {
        this.clock = clock;
    }

    public List<Provider> all(List<ProviderConfig> configs) {
        return configs.stream().map(this::of).toList();
    }

    private Provider of(ProviderConfig config) {
        return switch (config.protocol()) {
            case ProviderConfig.Protocol.OpenId openId ->
                    new OpenIdProvider(config, openId, outside, clock);
            case ProviderConfig.Protocol.OAuth2 oauth2 ->
                    new OAuth2Provider(config, oauth2, outside);
        };
    }
}
