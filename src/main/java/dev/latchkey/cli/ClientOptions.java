package dev.latchkey.cli;

import dev.latchkey.core.client.ClientProof;
import dev.latchkey.core.client.ClientSettings;
import dev.latchkey.core.client.GrantType;
import dev.latchkey.core.client.IdTokenAlgorithm;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Option;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What may be said about an application at the command line. */
final class ClientOptions {
    @Option(
            names = "--redirect-uri",
            paramLabel = "URI",
            description = "Where it gets its codes, compared exactly; may be repeated.")
    private List<String> redirectUris = List.of();

    @Option(
            names = "--post-logout-uri",
            paramLabel = "URI",
            description = "Where a browser may go after it signed out; may be repeated.")
    private List<String> postLogoutUris = List.of();

    @Option(
            names = "--back-channel-logout-uri",
            paramLabel = "URI",
            description = "Is told when a session ends.")
    private @Nullable String backChannelLogoutUri;

    @Option(
            names = "--public",
            description = "Keeps no secret (a page in the browser, a native application): PKCE.")
    private boolean isPublic;

    @Option(
            names = "--jwks",
            paramLabel = "FILE",
            description = "Its public keys, for private_key_jwt in place of a secret.")
    private @Nullable Path jwks;

    @Option(
            names = "--id-token-algorithm",
            description = "RS256, which every client knows, or ES256.")
    private IdTokenAlgorithm algorithm = IdTokenAlgorithm.RS256;

    @Option(
            names = "--grant",
            paramLabel = "GRANT",
            description =
                    "authorization_code, refresh_token, client_credentials; may be repeated. The"
                            + " first two when left out, the last without a redirect URI.")
    private List<String> grants = List.of();

    @Option(
            names = "--audience",
            paramLabel = "URI",
            description = "The application's own API, for which its access tokens are.")
    private @Nullable String audience;

    @Option(
            names = "--scope",
            paramLabel = "SCOPE",
            description = "A scope of its own API; may be repeated.")
    private List<String> scopes = List.of();

    @Option(names = "--trusted", description = "One of yours: nobody is asked for consent.")
    private boolean trusted;

    @Option(
            names = "--resource-server",
            description = "May ask what any client's token is worth (introspection).")
    private boolean resourceServer;

    ClientSettings settings(String name) throws IOException {
        return new ClientSettings(
                name,
                isPublic
                        ? ClientProof.NONE
                        : jwks == null ? ClientProof.SECRET : ClientProof.PRIVATE_KEY,
                jwks == null ? null : Files.readString(jwks),
                algorithm,
                redirectUris,
                postLogoutUris,
                backChannelLogoutUri,
                wanted(),
                audience,
                Set.copyOf(scopes),
                trusted,
                resourceServer);
    }

    private Set<GrantType> wanted() {
        if (grants.isEmpty()) {
            return redirectUris.isEmpty()
                    ? Set.of(GrantType.CLIENT_CREDENTIALS)
                    : Set.of(GrantType.AUTHORIZATION_CODE, GrantType.REFRESH_TOKEN);
        }
        return grants(grants);
    }

    static Set<GrantType> grants(List<String> names) {
        return names.stream().map(ClientOptions::grant).collect(Collectors.toUnmodifiableSet());
    }

    private static GrantType grant(String name) {
        return GrantType.of(name)
                .orElseThrow(() ->
                        new Unanswerable(
                                "'"
                                        + name
                                        + "' is no grant: authorization_code, refresh_token or"
                                        + " client_credentials."));
    }
}
