package dev.latchkey;

import dev.latchkey.config.Config;
import dev.latchkey.core.account.SignUpRules;
import dev.latchkey.core.factor.Demand;
import dev.latchkey.core.language.Language;
import dev.latchkey.core.mail.Wording;
import dev.latchkey.core.session.Lifetimes;
import dev.latchkey.crypto.MasterKey;
import dev.latchkey.http.AddressRange;
import dev.latchkey.http.DoorSettings;
import dev.latchkey.mail.Delivery;
import dev.latchkey.mail.OutboxDelivery;
import dev.latchkey.mail.Sender;
import dev.latchkey.mail.SmtpDelivery;
import dev.latchkey.mail.SmtpServer;
import dev.latchkey.store.DatabaseSettings;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** The settings in the words of each room, so that no room knows the settings. */
final class Translate {
    private Translate() {}

    static SignUpRules signUpRules(Config.SignUp signUp) {
        var mode =
                switch (signUp.mode()) {
                    case SINGLE -> SignUpRules.Mode.SINGLE;
                    case MULTI -> SignUpRules.Mode.MULTI;
                };
        return new SignUpRules(mode, signUp.verifyEmail(), signUp.enabled());
    }

    static Demand demand(Config.SignIn signIn) {
        return switch (signIn.secondFactor()) {
            case OPTIONAL -> Demand.OPTIONAL;
            case REQUIRED_FOR_ADMINISTRATORS -> Demand.REQUIRED_FOR_ADMINISTRATORS;
            case REQUIRED -> Demand.REQUIRED;
        };
    }

    /**
     * What is configured, and the origins where an API of ours has a port or host name of its own.
     */
    static List<URI> allowedRedirects(Config config) {
        var all = new ArrayList<>(config.redirects().allowed());
        var url = config.server().publicUrl();
        for (var endpoint : config.apis().endpoints()) {
            if (endpoint.enabled() && endpoint.host() != null) {
                all.add(origin(url.getScheme(), endpoint.host(), url.getPort()));
            }
            if (endpoint.enabled() && endpoint.port() != null && endpoint.port() != 0) {
                all.add(origin(url.getScheme(), url.getHost(), endpoint.port()));
            }
        }
        return all;
    }

    private static URI origin(String scheme, String host, int port) {
        return URI.create(scheme + "://" + host + (port < 0 ? "" : ":" + port));
    }

    static Language language(Config.Pages pages) {
        return switch (pages.language()) {
            case EN -> Language.ENGLISH;
            case DE -> Language.GERMAN;
        };
    }

    static Wording wording(Config.Pages pages) {
        return Wording.of(pages.name(), language(pages));
    }

    static Lifetimes lifetimes(Config config) {
        var tokens = config.tokens();
        return new Lifetimes(
                config.session().lifetime(),
                config.session().idle(),
                tokens.access(),
                tokens.refresh(),
                tokens.reuseGrace());
    }

    static DatabaseSettings database(Config.Database database) {
        return switch (database) {
            case Config.Database.Sqlite(var file, var poolSize) ->
                    new DatabaseSettings.Sqlite(file, poolSize);
            case Config.Database.Postgres(var url, var user, var password, var poolSize) ->
                    new DatabaseSettings.Postgres(
                            url, user, password == null ? null : password.value(), poolSize);
        };
    }

    static MasterKey masterKey(Config config) {
        try {
            return switch (config.secret()) {
                case Config.Secret.Given(var base64) -> MasterKey.ofText(base64.value());
                case Config.Secret.Kept(var file) -> MasterKey.kept(file);
            };
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The secret key cannot be read or made: " + e.getMessage(), e);
        }
    }

    static Delivery delivery(Config config) {
        var mail = config.mail();
        var from = Sender.parse(mail.from());
        var smtp = mail.smtp();
        return smtp == null
                ? new OutboxDelivery(config.data().outbox(), from)
                : new SmtpDelivery(smtpServer(smtp), from);
    }

    private static SmtpServer smtpServer(Config.Mail.Smtp smtp) {
        var security =
                switch (smtp.security()) {
                    case NONE -> SmtpServer.Security.NONE;
                    case STARTTLS -> SmtpServer.Security.STARTTLS;
                    case TLS -> SmtpServer.Security.TLS;
                };
        var password = smtp.password();
        return new SmtpServer(
                smtp.host(),
                smtp.port(),
                security,
                smtp.user(),
                password == null ? null : password.value());
    }

    static DoorSettings door(Config.Server server) {
        return DoorSettings.defaults()
                .withMaxConnections(server.maxConnections())
                .withHsts(server.publicUrl().getScheme().equals("https"))
                .withTrustedProxies(
                        server.trustedProxies().stream()
                                .map(block -> new AddressRange(block.network(), block.bits()))
                                .toList());
    }
}
