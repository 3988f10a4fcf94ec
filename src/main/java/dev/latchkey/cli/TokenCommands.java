package dev.latchkey.cli;

import dev.latchkey.Backend;
import dev.latchkey.core.token.ApiToken;
import dev.latchkey.core.token.CreateApiToken;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.time.Duration;
import java.util.Map;

@Command(
        name = "token",
        description = "API tokens.",
        mixinStandardHelpOptions = true,
        subcommands = {
            TokenCommands.Create.class,
            TokenCommands.ListAll.class,
            TokenCommands.Revoke.class
        })
final class TokenCommands extends Group {

    @Command(name = "create", description = "Makes an API token for a user and shows it once.")
    static final class Create extends Errand {
        @Parameters(index = "0", paramLabel = "USER", description = "Email, user name or id.")
        private String user;

        @Parameters(index = "1", paramLabel = "NAME")
        private String name;

        @Option(names = "--org", description = "Organization it acts in: slug or id.")
        private @Nullable String organization;

        @Option(names = "--days", description = "How long it is good; for ever when left out.")
        private @Nullable Integer days;

        @Override
        void run(Backend backend, Names names, Printer out) {
            var org = organization == null ? null : names.organization(organization).id();
            var lifetime = days == null ? null : Duration.ofDays(positive(days));
            var created =
                    backend.core()
                            .createApiToken
                            .run(
                                    new CreateApiToken.Command(
                                            names.user(user).id(), name, org, lifetime, origin()));
            var row = row(created.token());
            row.put("token", created.secret().text());
            out.done(created.secret().text(), row);
        }

        private static int positive(int days) {
            if (days < 1) {
                throw new Unanswerable("--days has to be 1 or more.");
            }
            return days;
        }
    }

    @Command(name = "list", description = "Shows a user's API tokens, the dead ones too.")
    static final class ListAll extends Errand {
        @Parameters(paramLabel = "USER", description = "Email, user name or id.")
        private String user;

        @Override
        void run(Backend backend, Names names, Printer out) {
            out.rows(
                    backend.database().stores().apiTokens().of(names.user(user).id()).stream()
                            .map(TokenCommands::row)
                            .toList());
        }
    }

    @Command(
            name = "revoke",
            description = "Revokes a token: the whole token, or the characters it is listed with.")
    static final class Revoke extends Errand {
        @Parameters(index = "0", paramLabel = "USER", description = "Email, user name or id.")
        private String user;

        @Parameters(index = "1", paramLabel = "TOKEN")
        private String token;

        @Override
        void run(Backend backend, Names names, Printer out) {
            var found = names.user(user);
            backend.core().revokeApiToken.byText(found.id(), token, null, origin());
            out.done("Revoked.", Rows.of("user", found.id(), "revoked", true));
        }
    }

    private static Map<String, @Nullable Object> row(ApiToken token) {
        return Rows.of(
                "shown", token.shown(),
                "id", token.id(),
                "name", token.name(),
                "createdAt", token.createdAt(),
                "expiresAt", token.expiresAt(),
                "revokedAt", token.revokedAt(),
                "lastUsedAt", token.lastUsedAt());
    }
}
