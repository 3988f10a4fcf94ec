package dev.latchkey.config;

import java.util.List;

/** All sections, in the order of the handbook, and what must hold between them. */
final class Schema {
    private final Table table = new Table();
    private final ServerSection server = new ServerSection(table);
    private final StorageSection storage = new StorageSection(table);
    private final MailSection mail = new MailSection(table);
    private final SignInSection signIn = new SignInSection(table);
    private final TokensSection tokens = new TokensSection(table);
    private final PasswordSection password = new PasswordSection(table);
    private final PagesSection pages = new PagesSection(table);
    private final ApisSection apis = new ApisSection(table);
    private final ProvidersSection providers = new ProvidersSection(table);
    private final DnsSection dns = new DnsSection(table);
    private final LogSection log = new LogSection(table);

    List<Key<?>> keys() {
        return table.keys();
    }

    Config read(Settings settings) {
        Config.Data data = storage.data(settings);
        List<ProviderConfig> foreign = providers.read(settings);
        Config config =
                new Config(
                        server.read(settings),
                        data,
                        storage.database(settings, data),
                        storage.secret(settings, data),
                        mail.read(settings),
                        signIn.redirects(settings),
                        apis.read(settings),
                        foreign,
                        providers.usual(settings, foreign),
                        signIn.signUp(settings),
                        signIn.signIn(settings),
                        signIn.session(settings),
                        tokens.read(settings),
                        password.password(settings),
                        password.throttle(settings),
                        pages.read(settings),
                        dns.read(settings),
                        log.read(settings));
        new Places(settings).check(config, server, apis);
        return config;
    }
}
