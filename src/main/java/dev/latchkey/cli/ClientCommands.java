package dev.latchkey.cli;

import dev.latchkey.Backend;
import dev.latchkey.core.client.ClientWithSecret;
import dev.latchkey.core.client.GrantType;
import dev.latchkey.core.client.RegisteredClient;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.util.Map;
import java.util.stream.Collectors;

@Command(
        name = "client",
        description = "Applications that sign people in here (OpenID clients).",
        mixinStandardHelpOptions = true,
        subcommands = {
            ClientCommands.Create.class,
            ClientCommands.ListAll.class,
            ClientCommands.Show.class,
            ClientCommands.Change.class,
            ClientCommands.Secret.class,
            ClientCommands.Delete.class
        })
final class ClientCommands extends Group {

    @Command(name = "create", description = "Registers an application and shows its secret, once.")
    static final class Create extends Errand {
        @Parameters(paramLabel = "NAME", description = "As people know it.")
        private String name;

        @Option(names = "--id", description = "The client id; one is made up when left out.")
        private @Nullable String id;

        @Mixin private final ClientOptions options = new ClientOptions();

        @Override
        void run(Backend backend, Names names, Printer out) throws Exception {
            var openId = backend.core().openId;
            tell(openId.registerClient.run(id, options.settings(name), null, origin()), out);
        }
    }

    @Command(name = "list", description = "Shows all of them.")
    static final class ListAll extends Errand {
        @Override
        void run(Backend backend, Names names, Printer out) {
            out.rows(
                    backend.core().openId.listClients.all(null).stream()
                            .map(client ->
                                    Rows.of(
                                            "id", client.id(),
                                            "name", client.name(),
                                            "proof", client.settings().proof(),
                                            "grants", grants(client),
                                            "createdAt", client.createdAt()))
                            .toList());
        }
    }

    @Command(name = "show", description = "Shows what is registered about one.")
    static final class Show extends Errand {
        @Parameters(paramLabel = "ID")
        private String id;

        @Override
        void run(Backend backend, Names names, Printer out) {
            var row = row(backend.core().openId.listClients.one(id, null));
            var lines =
                    row.entrySet().stream()
                            .filter(cell -> cell.getValue() != null)
                            .map(cell -> cell.getKey() + ": " + cell.getValue())
                            .collect(Collectors.joining("\n"));
            out.done(lines, row);
        }
    }

    @Command(
            name = "change",
            description = "Changes what is registered about one; the rest stays as it is.")
    static final class Change extends Errand {
        @Parameters(paramLabel = "ID")
        private String id;

        @Mixin private final ClientChanges changes = new ClientChanges();

        @Override
        void run(Backend backend, Names names, Printer out) throws Exception {
            var openId = backend.core().openId;
            var before = openId.listClients.one(id, null);
            var after =
                    openId.changeClient.settings(id, changes.of(before.settings()), null, origin());
            out.done("Changed.", row(after));
        }
    }

    @Command(
            name = "secret",
            description = "Gives it a new secret, shown once; the old one is dead.")
    static final class Secret extends Errand {
        @Parameters(paramLabel = "ID")
        private String id;

        @Override
        void run(Backend backend, Names names, Printer out) {
            tell(backend.core().openId.changeClient.renewSecret(id, null, origin()), out);
        }
    }

    @Command(name = "delete", description = "Removes it, with every token it holds.")
    static final class Delete extends Errand {
        @Parameters(paramLabel = "ID")
        private String id;

        @Override
        void run(Backend backend, Names names, Printer out) {
            backend.core().openId.deleteClient.run(id, null, origin());
            out.done("Deleted.", Rows.of("id", id, "deleted", true));
        }
    }

    private static void tell(ClientWithSecret made, Printer out) {
        var row = row(made.client());
        var text = "client_id:     " + made.client().id();
        var secret = made.secret();
        if (secret != null) {
            row.put("clientSecret", secret.text());
            text += "\nclient_secret: " + secret.text() + "\n(It is not shown again.)";
        }
        out.done(text, row);
    }

    private static Map<String, @Nullable Object> row(RegisteredClient client) {
        var settings = client.settings();
        return Rows.of(
                "id", client.id(),
                "name", client.name(),
                "proof", settings.proof(),
                "idTokenAlgorithm", settings.idTokenAlgorithm(),
                "redirectUris", String.join(" ", settings.redirectUris()),
                "postLogoutUris", String.join(" ", settings.postLogoutUris()),
                "backChannelLogoutUri", settings.backChannelLogoutUri(),
                "grants", grants(client),
                "audience", settings.audience(),
                "scopes", settings.scopes().stream().sorted().collect(Collectors.joining(" ")),
                "trusted", settings.trusted(),
                "resourceServer", settings.resourceServer(),
                "createdAt", client.createdAt(),
                "updatedAt", client.updatedAt());
    }

    private static String grants(RegisteredClient client) {
        return client.settings().grants().stream()
                .sorted()
                .map(GrantType::parameter)
                .collect(Collectors.joining(" "));
    }
}
