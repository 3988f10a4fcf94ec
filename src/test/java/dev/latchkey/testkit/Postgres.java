package dev.latchkey.testkit;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.Writer;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A PostgreSQL of the tests' own, in a temporary folder, with fsync on.
 *
 * <p>A small shell script minds it and takes words on its standard input. When this JVM ends,
 * however it ends, the script sees the end of its input, stops the server and removes the folder.
 */
public final class Postgres implements AutoCloseable {
    private static final String MINDER =
            """
            PATH="$1:$PATH"
            if [ -n "$3" ]; then dir=$3; mkdir -p "$dir"; else dir=$(mktemp -d "${TMPDIR:-/tmp}/latchkey-postgres-XXXXXX"); fi
            cd "$dir" || exit 1
            say() { if "$@" >>log 2>&1 </dev/null; then echo ok; else tail -n 5 log | tr '\\n' ' '; echo; fi; }
            server() { pg_ctl -D data -l server.log -w -t 60 "$@"; }
            make() { initdb -D data -U latchkey -A trust -E UTF8 --locale=C --no-sync; }
            if [ -s data/PG_VERSION ]; then echo ok; else say make; fi
            while read -r word options; do
              case $word in
                start) say server -o "-p $2 -k $dir -c listen_addresses=127.0.0.1 -c max_connections=200 $options" start ;;
                *) say server -m "$word" stop ;;
              esac
            done
            if [ -n "$3" ]; then
              server -m fast stop >/dev/null 2>&1 </dev/null
            else
              server -m immediate stop >/dev/null 2>&1 </dev/null
              cd / && rm -rf "$dir"
            fi
            """;

    private final int port;
    private final Process minder;
    private final Writer words;
    private final BufferedReader answers;
    private final AtomicInteger databases = new AtomicInteger();

    private Postgres(String folder) throws IOException {
        port = freePort();
        List<String> command = new ArrayList<>(PostgresPrograms.unprivileged());
        command.addAll(List.of("sh", "-c", MINDER, "minder"));
        command.addAll(List.of(PostgresPrograms.folder().toString(), String.valueOf(port), folder));
        minder =
                new ProcessBuilder(command)
                        .directory(new File("/"))
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        words = minder.outputWriter();
        answers = minder.inputReader();
        expectOk();
    }

    private static final class Shared {
        private static final Postgres SERVER = own();
    }

    /** The one server of this JVM; for tests that only need a database. */
    public static Postgres shared() {
        return Shared.SERVER;
    }

    /** A server for one test alone, which may stop and kill it. */
    public static Postgres own() {
        try {
            Postgres server = new Postgres("");
            server.start();
            return server;
        } catch (IOException problem) {
            throw new IllegalStateException("Cannot start PostgreSQL", problem);
        }
    }

    /** A server whose folder stays, with its databases; it is not started yet. */
    public static Postgres keptIn(Path folder) {
        try {
            return new Postgres(folder.toString());
        } catch (IOException problem) {
            throw new IllegalStateException("Cannot prepare PostgreSQL", problem);
        }
    }

    /** The URL of a new and empty database. */
    public String freshDatabase() {
        return makeDatabase("fresh_" + databases.incrementAndGet());
    }

    /** The URL of an empty database; what was in one of that name is lost. */
    public String makeDatabase(String name) {
        try (Connection connection = DriverManager.getConnection(url("postgres"));
                Statement statement = connection.createStatement()) {
            statement.execute("DROP DATABASE IF EXISTS " + name);
            statement.execute("CREATE DATABASE " + name);
            return url(name);
        } catch (SQLException problem) {
            throw new IllegalStateException("Cannot make a database", problem);
        }
    }

    public String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database + "?user=latchkey";
    }

    public void start() {
        start("");
    }

    /**
     * @param options for the server's command line
     */
    public void start(String options) {
        say("start " + options);
    }

    /** As an operator would: connections are cut, everything is written. */
    public void stop() {
        say("fast");
    }

    /** As a crash would: the next start has to recover from the log. */
    public void kill() {
        say("immediate");
    }

    /** Ends the server for good. */
    @Override
    public void close() throws IOException {
        words.close();
        minder.onExit().join();
    }

    private synchronized void say(String word) {
        try {
            words.write(word + "\n");
            words.flush();
            expectOk();
        } catch (IOException problem) {
            throw new IllegalStateException("PostgreSQL's minder has gone", problem);
        }
    }

    private void expectOk() throws IOException {
        String answer = answers.readLine();
        if (!"ok".equals(answer)) {
            throw new IllegalStateException("PostgreSQL does not obey: " + answer);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
