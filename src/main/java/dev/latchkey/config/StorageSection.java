package dev.latchkey.config;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;

/** {@code data.*}, {@code database.*} and {@code secret.*}. */
final class StorageSection {
    private final Key<Path> dir;
    private final Key<DatabaseUrl> url;
    private final Key<String> user;
    private final Key.Hidden<SecretText> password;
    private final Key<Integer> poolSize;
    private final Key.Hidden<SecretText> secret;

    StorageSection(Table table) {
        dir =
                table.key(
                        "data.dir",
                        Kinds.path(),
                        "./data",
                        "The folder for everything the server keeps: the embedded database, its"
                            + " secret key, the outbox. Made at the first start, readable by its"
                            + " owner only.");
        url =
                table.optional(
                        "database.url",
                        DatabaseUrl.kind(),
                        "Where the rows are. Without it, SQLite in data.dir. PostgreSQL (15 or"
                                + " later) as postgresql://user:password@host:5432/name or"
                                + " jdbc:postgresql://host:5432/name; SQLite elsewhere as"
                                + " jdbc:sqlite:path.");
        user =
                table.optional(
                        "database.user",
                        Kinds.text(),
                        "Who signs in to PostgreSQL, unless the URL says.");
        password =
                table.hidden(
                        "database.password",
                        Kinds.secret(),
                        "That user's password, unless the URL has it.");
        poolSize =
                table.key(
                        "database.pool-size",
                        Kinds.number(2, 500),
                        "10",
                        "How many connections are open at most. SQLite's engine opens no more than"
                                + " two beyond the processors, since more would not be faster.");
        secret =
                table.hidden(
                        "secret.key",
                        Kinds.secretKey(),
                        "Seals signing keys and other secrets in the database. Without it, the"
                                + " server makes one at the first start in <data.dir>/secret.key;"
                                + " several servers on one database need the same one. Keep a copy"
                                + " apart from the database's backups.");
    }

    Config.Data data(Settings settings) {
        return new Config.Data(settings.resolve(settings.get(dir)));
    }

    Config.Secret secret(Settings settings, Config.Data data) {
        SecretText key = settings.find(secret);
        return key == null
                ? new Config.Secret.Kept(data.dir().resolve("secret.key"))
                : new Config.Secret.Given(key);
    }

    Config.Database database(Settings settings, Config.Data data) {
        DatabaseUrl given = settings.find(url);
        int connections = settings.get(poolSize);
        return switch (given) {
            case DatabaseUrl.Postgres postgres -> postgres(settings, postgres, connections);
            case DatabaseUrl.Sqlite sqlite -> {
                refuseCredentials(settings);
                yield new Config.Database.Sqlite(settings.resolve(sqlite.file()), connections);
            }
            case null -> {
                if (!settings.has(url)) {
                    refuseCredentials(settings);
                }
                yield new Config.Database.Sqlite(data.dir().resolve("latchkey.db"), connections);
            }
        };
    }

    private Config.Database postgres(
            Settings settings, DatabaseUrl.Postgres found, int connections) {
        if (found.user() != null && settings.has(user)) {
            settings.refuse(user, "is given here and in database.url.");
        }
        if (found.password() != null && settings.has(password)) {
            settings.refuse(password.value(), "is given here and in database.url.");
        }
        return new Config.Database.Postgres(
                found.jdbcUrl(),
                either(found.user(), settings.find(user)),
                either(found.password(), settings.find(password)),
                connections);
    }

    private void refuseCredentials(Settings settings) {
        if (settings.has(user)) {
            settings.refuse(user, "means nothing to SQLite; is database.url missing?");
        }
        if (settings.has(password)) {
            settings.refuse(password.value(), "means nothing to SQLite; is database.url missing?");
        }
    }

    private static <T> @Nullable T either(@Nullable T first, @Nullable T second) {
        return first == null ? second : first;
    }
}
