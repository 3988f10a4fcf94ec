package dev.latchkey.config;

import java.util.List;

/** {@code mail.*}. */
final class MailSection {
    private final Key<String> from;
    private final Key<String> host;
    private final Key<Integer> port;
    private final Key<Config.Mail.Security> security;
    private final Key<String> user;
    private final Key.Hidden<SecretText> password;

    MailSection(Table table) {
        from =
                table.key(
                        "mail.from",
                        NetKinds.mailbox(),
                        "Latchkey <no-reply@localhost>",
                        "Who the messages come from.");
        host =
                table.optional(
                        "mail.smtp.host",
                        NetKinds.hostName().like("smtp.example.com"),
                        "The server that takes the messages. Without it they are written to"
                            + " <data.dir>/outbox/*.eml, and shown at a page that only this machine"
                            + " can read.");
        port =
                table.optional(
                        "mail.smtp.port",
                        Kinds.number(1, 65535).like("587"),
                        "Its port. Without it: 587 with starttls, 465 with tls, 25 with none.");
        security =
                table.key(
                        "mail.smtp.security",
                        Kinds.choice(Config.Mail.Security.class),
                        "starttls",
                        "How the connection is protected. starttls is demanded, not only tried.");
        user =
                table.optional(
                        "mail.smtp.user", Kinds.text(), "Who signs in to it, if anyone must.");
        password = table.hidden("mail.smtp.password", Kinds.secret(), "That user's password.");
    }

    Config.Mail read(Settings settings) {
        String server = settings.find(host);
        if (server == null && !settings.has(host)) {
            refuseStrays(settings);
        }
        return new Config.Mail(settings.get(from), server == null ? null : smtp(settings, server));
    }

    private void refuseStrays(Settings settings) {
        for (Key<?> key : List.of(port, security, user, password.value(), password.file())) {
            if (settings.has(key)) {
                settings.refuse(key, "means nothing without mail.smtp.host.");
            }
        }
    }

    private Config.Mail.Smtp smtp(Settings settings, String server) {
        if (settings.has(user) != settings.has(password)) {
            settings.refuse(
                    settings.has(user) ? user : password.value(),
                    "mail.smtp.user and mail.smtp.password need each other.");
        }
        Config.Mail.Security safety = settings.get(security);
        Integer number = settings.find(port);
        return new Config.Mail.Smtp(
                server,
                number == null ? usualPort(safety) : number,
                safety,
                settings.find(user),
                settings.find(password));
    }

    private static int usualPort(Config.Mail.Security security) {
        return switch (security) {
            case NONE -> 25;
            case STARTTLS -> 587;
            case TLS -> 465;
        };
    }
}
