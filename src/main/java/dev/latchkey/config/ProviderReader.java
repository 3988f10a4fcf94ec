package dev.latchkey.config;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads one provider and reports everything that is wrong with it. */
final class ProviderReader {
    private static final List<String> OPENID_SCOPES = List.of("openid", "email", "profile");

    private final Settings settings;
    private final ProviderKeys keys;
    private final String id;

    ProviderReader(Settings settings, ProviderKeys keys, String id) {
        this.settings = settings;
        this.keys = keys;
        this.id = id;
    }

    /** Null when it cannot be used; why has been reported. */
    @Nullable ProviderConfig read() {
        String name = settings.find(keys.name());
        String color = settings.find(keys.color());
        String icon = settings.find(keys.icon());
        Path logo = Pictures.read(settings, keys.logo());
        ProviderConfig.Protocol protocol =
                switch (settings.get(keys.kind())) {
                    case OPENID -> openId();
                    case OAUTH2 -> oauth2();
                };
        ProviderConfig.Client client = client();
        return protocol == null || client == null
                ? null
                : new ProviderConfig(
                        id, name == null ? id : name, color, icon, logo, client, protocol);
    }

    private ProviderConfig.@Nullable Client client() {
        String clientId = required(keys.clientId());
        SecretText secret = settings.find(keys.clientSecret());
        ProviderConfig.ClientAuth auth = settings.find(keys.clientAuth());
        List<String> scopes = settings.find(keys.scopes());
        Map<ProviderConfig.Claim, String> claims = settings.find(keys.claims());
        if (auth != null && !settings.has(keys.clientSecret())) {
            settings.refuse(keys.clientAuth(), "means nothing without a client-secret.");
        }
        return clientId == null
                ? null
                : new ProviderConfig.Client(
                        clientId,
                        secret,
                        auth,
                        withOpenId(scopes),
                        claims == null ? Map.of() : Map.copyOf(claims));
    }

    private List<String> withOpenId(@Nullable List<String> scopes) {
        if (settings.get(keys.kind()) == ProviderKeys.Kind.OAUTH2) {
            return scopes == null ? List.of() : scopes;
        }
        if (scopes == null || scopes.contains("openid")) {
            return scopes == null ? OPENID_SCOPES : scopes;
        }
        List<String> all = new ArrayList<>(List.of("openid"));
        all.addAll(scopes);
        return List.copyOf(all);
    }

    private ProviderConfig.@Nullable Protocol openId() {
        refuse("openid", keys.emails());
        Map<ProviderConfig.Claim, String> claims = settings.find(keys.claims());
        if (claims != null && claims.containsKey(ProviderConfig.Claim.SUBJECT)) {
            settings.refuse(keys.claims(), "cannot rename the subject of an openid provider.");
        }
        String issuer = required(keys.issuer());
        List<Key<URI>> explicit = List.of(keys.authorization(), keys.token(), keys.jwks());
        if (explicit.stream().noneMatch(settings::has)) {
            refuse("openid with discovery", keys.userInfo());
            return issuer == null ? null : new ProviderConfig.Protocol.OpenId(issuer, null);
        }
        URI authorization = required(keys.authorization());
        URI token = required(keys.token());
        URI jwks = required(keys.jwks());
        URI userInfo = settings.find(keys.userInfo());
        return issuer == null || authorization == null || token == null || jwks == null
                ? null
                : new ProviderConfig.Protocol.OpenId(
                        issuer, new ProviderConfig.Endpoints(authorization, token, jwks, userInfo));
    }

    private ProviderConfig.@Nullable Protocol oauth2() {
        refuse("oauth2", keys.jwks());
        String issuer = settings.find(keys.issuer());
        URI authorization = required(keys.authorization());
        URI token = required(keys.token());
        URI userInfo = required(keys.userInfo());
        URI emails = settings.find(keys.emails());
        return authorization == null || token == null || userInfo == null
                ? null
                : new ProviderConfig.Protocol.OAuth2(
                        issuer == null ? ProvidersSection.originOf(authorization) : issuer,
                        authorization,
                        token,
                        userInfo,
                        emails);
    }

    private <T> @Nullable T required(Key<T> key) {
        if (!settings.has(key)) {
            settings.refuse(key, "is missing.");
        }
        return settings.find(key);
    }

    private void refuse(String kind, Key<?> key) {
        if (settings.has(key)) {
            settings.refuse(key, "means nothing for " + kind + ".");
        }
    }
}
