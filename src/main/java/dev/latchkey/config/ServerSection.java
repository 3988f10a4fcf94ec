package dev.latchkey.config;

import java.net.InetAddress;
import java.net.URI;
import java.util.List;

/** {@code server.*}. */
final class ServerSection {
    private final Key<Integer> port;
    private final Key<InetAddress> bind;
    private final Key<URI> publicUrl;
    private final Key<List<Cidr>> trustedProxies;
    private final Key<Integer> maxConnections;

    ServerSection(Table table) {
        port =
                table.key(
                        "server.port",
                        Kinds.port(),
                        "8080",
                        "The main port: every API below its prefix, the hosted pages and the OpenID"
                                + " provider.");
        bind =
                table.key(
                        "server.bind",
                        NetKinds.address(),
                        "127.0.0.1",
                        "The address to listen on. Out of the box only this machine can reach the"
                                + " server, since it speaks plain HTTP; behind a proxy on another"
                                + " machine or in a container, say 0.0.0.0.");
        publicUrl =
                table.optional(
                        "server.public-url",
                        NetKinds.publicUrl(),
                        "How browsers and clients reach the server: it is the OpenID issuer, and"
                                + " the beginning of every link in a mail. Without it,"
                                + " http://localhost:<server.port>. With https, cookies are marked"
                                + " Secure.");
        trustedProxies =
                table.key(
                        "server.trusted-proxies",
                        NetKinds.cidr().list(),
                        "127.0.0.0/8, ::1",
                        "Who may say in X-Forwarded-For for whom it asks. Anyone else's word is"
                                + " ignored.");
        maxConnections =
                table.key(
                        "server.max-connections",
                        Kinds.number(10, 1_000_000),
                        "10000",
                        "The most connections at once, over all ports; one more is closed as it"
                                + " comes. The system has to allow as many open files.");
    }

    Config.Server read(Settings settings) {
        int number = settings.get(port);
        URI url = settings.find(publicUrl);
        return new Config.Server(
                number,
                settings.get(bind),
                url == null ? URI.create("http://localhost:" + number) : url,
                settings.get(trustedProxies),
                settings.get(maxConnections));
    }

    Key<Integer> port() {
        return port;
    }
}
