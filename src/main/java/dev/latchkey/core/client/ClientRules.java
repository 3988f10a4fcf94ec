package dev.latchkey.core.client;

import dev.latchkey.core.Refusal;
import dev.latchkey.core.Refused;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** What a client may be registered with. */
public final class ClientRules {
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{1,63}");
    private static final Pattern SCOPE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:/-]{0,99}");
    private static final int LONGEST = 2000;
    private static final int MOST = 20;

    private final List<String> reserved;
    private final URI publicUrl;
    private final ClientKeys keys;

    /**
     * @param reserved ids of our own doors
     */
    public ClientRules(List<String> reserved, URI publicUrl, ClientKeys keys) {
        this.reserved = List.copyOf(reserved);
        this.publicUrl = publicUrl;
        this.keys = keys;
    }

    /** Refuses with InvalidInput. */
    void checkId(String id) {
        if (!ID.matcher(id).matches() || reserved.contains(id.toLowerCase(Locale.ROOT))) {
            throw new Refused(
                    Refusal.InvalidInput.of(
                            "id",
                            "has to be 2 to 64 letters, digits, '.', '_', '-', and not one of our"
                                    + " own"));
        }
    }

    /** Refuses with InvalidInput, all problems at once. */
    void check(ClientSettings settings) {
        List<Refusal.Field> wrong = new ArrayList<>();
        checkName(settings, wrong);
        checkGrants(settings, wrong);
        checkKeys(settings, wrong);
        checkAll("redirectUris", settings.redirectUris(), settings.proof(), wrong);
        checkAll("postLogoutUris", settings.postLogoutUris(), settings.proof(), wrong);
        var backChannel = settings.backChannelLogoutUri();
        if (backChannel != null) {
            checkAll("backChannelLogoutUri", List.of(backChannel), ClientProof.SECRET, wrong);
        }
        checkAudience(settings.audience(), wrong);
        if (!settings.scopes().stream().allMatch(scope -> SCOPE.matcher(scope).matches())
                || settings.scopes().size() > MOST) {
            wrong.add(new Refusal.Field("scopes", "have to be at most 20 plain words"));
        }
        if (!wrong.isEmpty()) {
            throw new Refused(new Refusal.InvalidInput(wrong));
        }
    }

    private static void checkName(ClientSettings settings, List<Refusal.Field> wrong) {
        var name = settings.name();
        if (name.isBlank()
                || name.length() > 100
                || name.chars().anyMatch(Character::isISOControl)) {
            wrong.add(new Refusal.Field("name", "has to have 1 to 100 printable characters"));
        }
    }

    private static void checkGrants(ClientSettings settings, List<Refusal.Field> wrong) {
        var grants = settings.grants();
        if (grants.isEmpty()) {
            wrong.add(new Refusal.Field("grants", "must not be empty"));
        }
        if (grants.contains(GrantType.AUTHORIZATION_CODE) && settings.redirectUris().isEmpty()) {
            wrong.add(new Refusal.Field("redirectUris", "need one at least, to sign people in"));
        }
        if (grants.contains(GrantType.REFRESH_TOKEN)
                && !grants.contains(GrantType.AUTHORIZATION_CODE)) {
            wrong.add(new Refusal.Field("grants", "refresh_token goes with authorization_code"));
        }
        if (grants.contains(GrantType.CLIENT_CREDENTIALS) && settings.proof() == ClientProof.NONE) {
            wrong.add(
                    new Refusal.Field("grants", "client_credentials takes a client with a secret"));
        }
        if (settings.resourceServer() && settings.proof() == ClientProof.NONE) {
            wrong.add(new Refusal.Field("resourceServer", "takes a client with a secret"));
        }
    }

    private void checkKeys(ClientSettings settings, List<Refusal.Field> wrong) {
        var jwks = settings.jwks();
        if ((settings.proof() == ClientProof.PRIVATE_KEY) != (jwks != null)) {
            wrong.add(new Refusal.Field("jwks", "goes with private_key_jwt, and only with it"));
        } else if (jwks != null) {
            keys.problemOf(jwks)
                    .ifPresent(problem -> wrong.add(new Refusal.Field("jwks", problem)));
        }
    }

    private void checkAll(
            String field, List<String> uris, ClientProof proof, List<Refusal.Field> wrong) {
        if (uris.size() > MOST) {
            wrong.add(new Refusal.Field(field, "may be 20 at the most"));
        }
        for (var uri : uris) {
            var problem = problemOf(uri, proof);
            if (problem != null) {
                wrong.add(new Refusal.Field(field, problem));
            }
        }
    }

    /**
     * Exact strings are compared later, so what browsers would read otherwise than we do is no URI.
     */
    private @Nullable String problemOf(String text, ClientProof proof) {
        var uri = parse(text);
        if (uri == null || uri.getScheme() == null || uri.isOpaque()) {
            return "has to be an absolute URI";
        }
        if (uri.getRawUserInfo() != null || uri.getRawFragment() != null) {
            return "must not have a user or a fragment";
        }
        return switch (uri.getScheme()) {
            case "https" -> uri.getHost() == null ? "has no host" : null;
            case "http" -> httpProblem(text, uri);
            default ->
                    proof == ClientProof.NONE && uri.getScheme().contains(".")
                            ? null
                            : "has to be https (an application's own scheme has a dot in it and"
                                    + " takes a public client)";
        };
    }

    private @Nullable String httpProblem(String text, URI uri) {
        if (uri.getHost() == null) {
            return "has no host";
        }
        return LoopbackUri.isLoopback(text) || "http".equals(publicUrl.getScheme())
                ? null
                : "has to be https, but for this machine itself";
    }

    private void checkAudience(@Nullable String audience, List<Refusal.Field> wrong) {
        if (audience == null) {
            return;
        }
        var uri = parse(audience);
        if (uri == null || uri.getScheme() == null || uri.getRawFragment() != null) {
            wrong.add(new Refusal.Field("audience", "has to be an absolute URI"));
        } else if (isOurs(uri)) {
            wrong.add(new Refusal.Field("audience", "must not be this server"));
        }
    }

    private boolean isOurs(URI uri) {
        return uri.getHost() != null
                && uri.getHost().equalsIgnoreCase(publicUrl.getHost())
                && uri.getPort() == publicUrl.getPort();
    }

    private static @Nullable URI parse(String text) {
        if (text.isEmpty()
                || text.length() > LONGEST
                || !text.chars().allMatch(c -> c > 0x20 && c < 0x7F && c != '\\' && c != '"')) {
            return null;
        }
        try {
            return new URI(text);
        } catch (URISyntaxException _) {
            return null;
        }
    }
}
