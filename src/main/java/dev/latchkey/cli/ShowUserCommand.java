package dev.latchkey.cli;

import dev.latchkey.Backend;
import dev.latchkey.core.admin.ShowUser;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

import java.util.Map;
import java.util.stream.Collectors;

@Command(name = "show", description = "Shows an account and what belongs to it.")
final class ShowUserCommand extends Errand {
    @Parameters(paramLabel = "USER", description = "Email, user name or id.")
    private String user;

    @Override
    void run(Backend backend, Names names, Printer out) {
        out.one(row(backend.core().users.show.run(names.user(user).id(), null)));
    }

    private static Map<String, @Nullable Object> row(ShowUser.Shown shown) {
        var row = UserCommands.row(shown.user());
        row.put("password", shown.hasPassword());
        row.put(
                "organizations",
                shown.organizations().stream()
                        .map(one -> one.organization().slug() + " (" + one.role().name() + ")")
                        .collect(Collectors.joining(", ")));
        row.put("sessions", shown.sessions().size());
        row.put("tokens", shown.tokens().size());
        row.put(
                "identities",
                shown.identities().stream()
                        .map(one -> one.issuer() + " " + one.subject())
                        .collect(Collectors.joining(", ")));
        row.put("authenticator", shown.factors().authenticator());
        row.put("passkeys", shown.factors().passkeys().size());
        row.put("recoveryCodes", shown.factors().recoveryCodes());
        return row;
    }
}
