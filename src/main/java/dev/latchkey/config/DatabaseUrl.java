package dev.latchkey.config;

import org.jspecify.annotations.Nullable;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What {@code database.url} says, in any of the forms that people copy from elsewhere. */
sealed interface DatabaseUrl {
    Pattern POSTGRES =
            Pattern.compile(
                    "(?:jdbc:)?postgres(?:ql)?://(?:([^:@/?]*)(?::([^@/?]*))?@)?([^@/?\\s]*)/([^/?\\s]+)(?:\\?(\\S*))?");

    String SQLITE = "jdbc:sqlite:";

    /**
     * @param jdbcUrl as the driver wants it, credentials taken out
     */
    record Postgres(String jdbcUrl, @Nullable String user, @Nullable SecretText password)
            implements DatabaseUrl {}

    record Sqlite(Path file) implements DatabaseUrl {}

    /** Never repeats the value in a message: it may hold a password. */
    static Kind<DatabaseUrl> kind() {
        return Kind.of(
                "a PostgreSQL URL, or jdbc:sqlite:path",
                "postgresql://latchkey:password@db.example.com:5432/latchkey",
                DatabaseUrl::parse);
    }

    private static DatabaseUrl parse(String text) throws BadValue {
        if (text.startsWith(SQLITE)) {
            return sqlite(text.substring(SQLITE.length()));
        }
        Matcher matcher = POSTGRES.matcher(text);
        if (!matcher.matches()) {
            throw new BadValue("is neither a PostgreSQL URL nor jdbc:sqlite:path.");
        }
        return postgres(matcher);
    }

    private static DatabaseUrl sqlite(String path) throws BadValue {
        try {
            if (!path.isBlank() && !path.startsWith(":") && !path.contains("?")) {
                return new Sqlite(Path.of(path));
            }
        } catch (InvalidPathException _) {
            // told below, in the same words
        }
        throw new BadValue("names no file after jdbc:sqlite:.");
    }

    private static DatabaseUrl postgres(Matcher url) throws BadValue {
        String user = decode(url.group(1));
        String password = decode(url.group(2));
        List<String> rest = new ArrayList<>();
        for (String parameter : url.group(5) == null ? new String[0] : url.group(5).split("&")) {
            if (parameter.startsWith("user=")) {
                user = decode(parameter.substring(5));
            } else if (parameter.startsWith("password=")) {
                password = decode(parameter.substring(9));
            } else if (!parameter.isEmpty()) {
                rest.add(parameter);
            }
        }
        String query = rest.isEmpty() ? "" : "?" + String.join("&", rest);
        return new Postgres(
                "jdbc:postgresql://" + url.group(3) + "/" + url.group(4) + query,
                user,
                password == null ? null : new SecretText(password));
    }

    private static @Nullable String decode(@Nullable String text) throws BadValue {
        try {
            return text == null
                    ? null
                    : URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException _) {
            throw new BadValue("has a stray % in its user or password; write it as %25.");
        }
    }
}
