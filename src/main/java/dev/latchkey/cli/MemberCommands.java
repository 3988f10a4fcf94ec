package dev.latchkey.cli;

import dev.latchkey.Backend;
import dev.latchkey.core.org.Members;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

@Command(
        name = "member",
        description = "Who belongs to an organization.",
        mixinStandardHelpOptions = true,
        subcommands = {
            MemberCommands.Add.class,
            MemberCommands.Remove.class,
            MemberCommands.ListAll.class
        })
final class MemberCommands extends Group {

    @Command(
            name = "add",
            description = "Adds a user to an organization, or gives a member another role.")
    static final class Add extends Errand {
        @Parameters(index = "0", paramLabel = "ORG", description = "Slug or id.")
        private String organization;

        @Parameters(index = "1", paramLabel = "USER", description = "Email, user name or id.")
        private String user;

        @Option(
                names = "--role",
                defaultValue = "member",
                description = "owner, admin, member, or a name of your own.")
        private String role;

        @Override
        void run(Backend backend, Names names, Printer out) {
            var org = names.organization(organization);
            var found = names.user(user);
            backend.core()
                    .changeMembers
                    .put(org.id(), found.id(), Names.role(role), null, origin());
            out.done(
                    found.email() + " is " + role + " of " + org.name() + ".",
                    Rows.of("organization", org.id(), "user", found.id(), "role", role));
        }
    }

    @Command(name = "remove", description = "Removes a user from an organization.")
    static final class Remove extends Errand {
        @Parameters(index = "0", paramLabel = "ORG", description = "Slug or id.")
        private String organization;

        @Parameters(index = "1", paramLabel = "USER", description = "Email, user name or id.")
        private String user;

        @Override
        void run(Backend backend, Names names, Printer out) {
            var org = names.organization(organization);
            var found = names.user(user);
            backend.core().changeMembers.remove(org.id(), found.id(), null, origin());
            out.done(
                    found.email() + " is no member of " + org.name() + " any more.",
                    Rows.of("organization", org.id(), "user", found.id()));
        }
    }

    @Command(name = "list", description = "Shows an organization's members.")
    static final class ListAll extends Errand {
        @Parameters(paramLabel = "ORG", description = "Slug or id.")
        private String organization;

        private static final int PAGE = 500;

        @Override
        void run(Backend backend, Names names, Printer out) {
            var members = backend.database().stores().members();
            var org = names.organization(organization).id();
            List<Map<String, @Nullable Object>> rows = new ArrayList<>();
            var page = members.page(org, null, PAGE);
            while (!page.isEmpty()) {
                page.forEach(member -> rows.add(row(member)));
                page = members.page(org, page.getLast().user().id(), PAGE);
            }
            out.rows(rows);
        }

        private static Map<String, @Nullable Object> row(Members.Listed member) {
            return Rows.of(
                    "user", member.user().id(),
                    "email", member.user().email().text(),
                    "role", member.role().name(),
                    "since", member.createdAt());
        }
    }
}
