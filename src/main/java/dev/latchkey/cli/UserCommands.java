package dev.latchkey.cli;

import dev.latchkey.Backend;
import dev.latchkey.core.account.CreateUser;
import dev.latchkey.core.account.User;
import dev.latchkey.core.admin.AddUser;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

@Command(
        name = "user",
        description = "Accounts.",
        mixinStandardHelpOptions = true,
        subcommands = {
            UserCommands.Create.class,
            UserCommands.ListAll.class,
            FindUsersCommand.class,
            ShowUserCommand.class,
            UserCommands.Disable.class,
            UserCommands.Enable.class,
            UserCommands.SetPassword.class,
            SendResetCommand.class,
            ResetFactorsCommand.class,
            UnlinkCommand.class,
            AdministratorCommands.Make.class,
            AdministratorCommands.Unmake.class
        })
final class UserCommands extends Group {

    @Command(
            name = "create",
            description =
                    "Makes an account; the password comes from standard input or a prompt, or is"
                            + " chosen by whom it is for (--invite).")
    static final class Create extends Errand {
        @Parameters(paramLabel = "EMAIL")
        private String email;

        @Option(names = "--user-name", description = "A second name to sign in with.")
        private @Nullable String userName;

        @Option(names = "--first-name", defaultValue = "")
        private String firstName;

        @Option(names = "--last-name", defaultValue = "")
        private String lastName;

        @Option(names = "--admin", description = "May administer the whole server.")
        private boolean administrator;

        @Option(
                names = "--unverified",
                description = "The address still has to be verified by mail.")
        private boolean unverified;

        @Option(
                names = "--invite",
                description = "Mails them a link to choose a password, instead of asking for one.")
        private boolean invite;

        @Option(
                names = "--org",
                description = "Organization to join; the default one in single-organization mode.")
        private @Nullable String organization;

        @Option(names = "--role", defaultValue = "member")
        private String role;

        @Override
        void run(Backend backend, Names names, Printer out) throws IOException {
            var chosenRole = Names.role(role);
            var home = organization == null ? null : names.organization(organization).id();
            var command =
                    new CreateUser.Command(
                            email,
                            userName,
                            invite ? null : Passwords.read(),
                            firstName,
                            lastName,
                            administrator,
                            !unverified && !invite,
                            null,
                            origin());
            var user = backend.core().users.add.run(new AddUser.Command(command, home, chosenRole));
            out.done("Made " + user.email() + " (" + user.id() + ").", row(user));
        }
    }

    @Command(name = "list", description = "Shows all accounts.")
    static final class ListAll extends Errand {
        private static final int PAGE = 500;

        @Override
        void run(Backend backend, Names names, Printer out) {
            var accounts = backend.database().stores().accounts();
            List<Map<String, @Nullable Object>> rows = new ArrayList<>();
            var page = accounts.list(0, PAGE);
            while (!page.isEmpty()) {
                page.forEach(user -> rows.add(row(user)));
                page = accounts.list(page.getLast().number(), PAGE);
            }
            out.rows(rows);
        }
    }

    @Command(
            name = "disable",
            description =
                    "Ends an account's sessions, stops its tokens, and lets nobody sign in to it.")
    static final class Disable extends Errand {
        @Parameters(paramLabel = "USER", description = "Email, user name or id.")
        private String user;

        @Override
        void run(Backend backend, Names names, Printer out) {
            var found = names.user(user);
            backend.core().changeStatus.run(found.id(), User.Status.DISABLED, null, origin());
            out.done(
                    "Disabled " + found.email() + ".",
                    Rows.of("id", found.id(), "status", "disabled"));
        }
    }

    @Command(name = "enable", description = "Lets a disabled account sign in again.")
    static final class Enable extends Errand {
        @Parameters(paramLabel = "USER", description = "Email, user name or id.")
        private String user;

        @Override
        void run(Backend backend, Names names, Printer out) {
            var found = names.user(user);
            backend.core().changeStatus.run(found.id(), User.Status.ACTIVE, null, origin());
            out.done(
                    "Enabled " + found.email() + ".",
                    Rows.of("id", found.id(), "status", "active"));
        }
    }

    @Command(
            name = "set-password",
            description =
                    "Gives an account a new password and ends its sessions; the password comes from"
                            + " standard input or a prompt.")
    static final class SetPassword extends Errand {
        @Parameters(paramLabel = "USER", description = "Email, user name or id.")
        private String user;

        @Override
        void run(Backend backend, Names names, Printer out) throws IOException {
            var found = names.user(user);
            backend.core().setPassword.run(found.id(), Passwords.read(), null, origin());
            out.done("Changed the password of " + found.email() + ".", Rows.of("id", found.id()));
        }
    }

    static Map<String, @Nullable Object> row(User user) {
        return Rows.of(
                "number", user.number(),
                "id", user.id(),
                "email", user.email(),
                "userName", user.userName(),
                "name", user.displayName(),
                "status", user.status().name().toLowerCase(java.util.Locale.ROOT),
                "admin", user.administrator(),
                "verified", user.isEmailVerified(),
                "createdAt", user.createdAt(),
                "lastLoginAt", user.lastLoginAt());
    }
}
