package dev.latchkey.cli;

import dev.latchkey.App;
import dev.latchkey.config.Config;

import java.io.PrintWriter;

/** What a server says when it is ready: where everything is. */
final class Welcome {
    private Welcome() {}

    static void print(App app, PrintWriter out) {
        var url = app.publicUrl();
        out.println("Latchkey is ready at " + url);
        out.println("  Trieve     " + url + "/trieve");
        out.println("  NuExtract  " + url + "/nuextract/v1");
        out.println("  Semaphore  " + url + "/semaphore/api");
        out.println("  Aivo       " + url + "/aivo/auth/v1");
        out.println("  NAP        " + url + "/nap");
        out.println("  OpenID     " + url + "/.well-known/openid-configuration");
        out.println("  Reach      " + reach(app.config().server()));
        out.println("  Data       " + place(app.config().database()));
        out.println("  Mail       " + mail(app.config()));
        app.setupLink()
                .ifPresent(link -> {
                    out.println();
                    out.println(
                            "There is no administrator yet. Make the first one here, within 30"
                                    + " minutes:");
                    out.println("  " + link);
                });
        out.flush();
    }

    private static String reach(Config.Server server) {
        return server.bind().isLoopbackAddress()
                ? "this machine only; server.bind opens it to others"
                : "listens on " + server.bind().getHostAddress();
    }

    private static String place(Config.Database database) {
        return switch (database) {
            case Config.Database.Sqlite sqlite -> "SQLite, " + sqlite.file();
            case Config.Database.Postgres postgres -> "PostgreSQL, " + postgres.jdbcUrl();
        };
    }

    private static String mail(Config config) {
        var smtp = config.mail().smtp();
        return smtp == null
                ? "no SMTP server; messages are in "
                        + config.data().outbox()
                        + " and at /auth/outbox"
                : "by " + smtp.host() + ":" + smtp.port();
    }
}
