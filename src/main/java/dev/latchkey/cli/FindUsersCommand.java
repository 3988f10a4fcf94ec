package dev.latchkey.cli;

import dev.latchkey.Backend;
import dev.latchkey.core.account.User;
import dev.latchkey.core.admin.FindUsers;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

@Command(name = "find", description = "Shows accounts by how something of them begins.")
final class FindUsersCommand extends Errand {
    @Parameters(
            paramLabel = "TEXT",
            description =
                    "The beginning of an email, a user name, a name or a last name; or an id.")
    private String text;

    @Option(names = "--status", description = "Only those that are active, or disabled.")
    private @Nullable String status;

    @Option(
            names = "--limit",
            defaultValue = "500",
            description = "At most so many; ${DEFAULT-VALUE} when left out.")
    private int limit;

    @Override
    void run(Backend backend, Names names, Printer out) {
        var find = backend.core().users.find;
        var wanted = status == null ? null : parse(status);
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        var page = find.run(new FindUsers.Query(text, wanted, null), null);
        page.users().forEach(user -> rows.add(UserCommands.row(user)));
        while (page.next() != null && rows.size() < limit) {
            page = find.run(new FindUsers.Query(text, wanted, page.next()), null);
            page.users().forEach(user -> rows.add(UserCommands.row(user)));
        }
        out.rows(rows.subList(0, Math.clamp(limit, 0, rows.size())));
    }

    private static User.Status parse(String typed) {
        for (var known : User.Status.values()) {
            if (known.name().toLowerCase(Locale.ROOT).equals(typed)) {
                return known;
            }
        }
        throw new Unanswerable("'" + typed + "' is no status: active or disabled.");
    }
}
