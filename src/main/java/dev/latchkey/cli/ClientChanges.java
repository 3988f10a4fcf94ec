package dev.latchkey.cli;

import dev.latchkey.core.client.ClientSettings;
import dev.latchkey.core.client.IdTokenAlgorithm;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Option;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** What of an application is to be otherwise; what is not said stays as it is. */
final class ClientChanges {
    @Option(names = "--name", description = "As people know it.")
    private @Nullable String name;

    @Option(
            names = "--redirect-uri",
            paramLabel = "URI",
            description = "In place of all it has; may be repeated.")
    private @Nullable List<String> redirectUris;

    @Option(
            names = "--post-logout-uri",
            paramLabel = "URI",
            description = "In place of all it has; may be repeated. '' for none.")
    private @Nullable List<String> postLogoutUris;

    @Option(
            names = "--back-channel-logout-uri",
            paramLabel = "URI",
            description = "Is told when a session ends. '' for none.")
    private @Nullable String backChannelLogoutUri;

    @Option(names = "--jwks", paramLabel = "FILE", description = "Its new public keys.")
    private @Nullable Path jwks;

    @Option(names = "--id-token-algorithm", description = "RS256 or ES256.")
    private @Nullable IdTokenAlgorithm algorithm;

    @Option(
            names = "--grant",
            paramLabel = "GRANT",
            description =
                    "authorization_code, refresh_token, client_credentials; in place of all it has;"
                            + " may be repeated.")
    private @Nullable List<String> grants;

    @Option(
            names = "--audience",
            paramLabel = "URI",
            description = "Its own API, for which its access tokens are. '' for none.")
    private @Nullable String audience;

    @Option(
            names = "--scope",
            paramLabel = "SCOPE",
            description = "In place of all it has; may be repeated. '' for none.")
    private @Nullable List<String> scopes;

    @Option(
            names = "--trusted",
            negatable = true,
            description = "Whether nobody is asked for consent.")
    private @Nullable Boolean trusted;

    @Option(
            names = "--resource-server",
            negatable = true,
            description = "Whether it may ask what any client's token is worth.")
    private @Nullable Boolean resourceServer;

    ClientSettings of(ClientSettings before) throws IOException {
        return new ClientSettings(
                name == null ? before.name() : name,
                before.proof(),
                jwks == null ? before.jwks() : Files.readString(jwks),
                algorithm == null ? before.idTokenAlgorithm() : algorithm,
                list(redirectUris, before.redirectUris()),
                list(postLogoutUris, before.postLogoutUris()),
                one(backChannelLogoutUri, before.backChannelLogoutUri()),
                grants == null ? before.grants() : ClientOptions.grants(grants),
                one(audience, before.audience()),
                list(scopes, before.scopes().stream().toList()).stream()
                        .collect(Collectors.toUnmodifiableSet()),
                trusted == null ? before.trusted() : trusted,
                resourceServer == null ? before.resourceServer() : resourceServer);
    }

    private static List<String> list(@Nullable List<String> said, List<String> before) {
        return said == null ? before : said.stream().filter(word -> !word.isBlank()).toList();
    }

    private static @Nullable String one(@Nullable String said, @Nullable String before) {
        if (said == null) {
            return before;
        }
        return said.isBlank() ? null : said;
    }
}
