package dev.latchkey;

import dev.latchkey.config.Config;
import dev.latchkey.http.Api;
import dev.latchkey.http.Listener;
import dev.latchkey.http.Mount;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/**
 * Where everything hangs: the main port with a prefix for each API, and the ports and host names of
 * their own.
 */
final class Listeners {

    /**
     * One API's place.
     *
     * @param prefix below which it lives on the main port
     * @param rootPrefix below which its clients expect it where it has a port or host name of its
     *     own
     */
    record Place(String name, Config.Endpoint endpoint, String prefix, String rootPrefix, Api api) {

        /**
         * The same with a real port in place of 0, since its address has to be known before it
         * listens.
         */
        Place bound(Config.Server server) {
            var port = endpoint.port();
            return port == null || port != 0
                    ? this
                    : new Place(
                            name,
                            new Config.Endpoint(
                                    endpoint.enabled(), freePort(server), endpoint.host()),
                            prefix,
                            rootPrefix,
                            api);
        }
    }

    private final Config.Server server;
    private final List<Place> places;

    /**
     * @param server with its real port: see {@link #freePort}
     */
    Listeners(Config.Server server, List<Place> places) {
        this.server = server;
        this.places =
                places.stream()
                        .filter(place -> place.endpoint().enabled())
                        .map(place -> place.bound(server))
                        .toList();
    }

    /** The main listener first, then one for each API that has a port of its own. */
    List<Listener> all(List<Api> atRoot) {
        List<Listener> listeners = new ArrayList<>();
        var address = server.bind().getHostAddress();
        listeners.add(new Listener(address, server.port(), mainMounts(atRoot)));
        for (var place : places) {
            var port = place.endpoint().port();
            if (port != null) {
                var mount =
                        new Mount(
                                null,
                                place.rootPrefix(),
                                onPort(port, place.rootPrefix()),
                                place.api());
                listeners.add(new Listener(address, port, List.of(mount)));
            }
        }
        return listeners;
    }

    /**
     * Every absolute URL under which an API answers, whichever listener it is; none when it is
     * switched off.
     */
    List<URI> basesOf(String name) {
        return places.stream()
                .filter(place -> place.name().equals(name))
                .flatMap(place -> bases(place).stream())
                .toList();
    }

    private List<URI> bases(Place place) {
        List<URI> bases = new ArrayList<>();
        bases.add(URI.create(server.publicUrl() + place.prefix()));
        var host = place.endpoint().host();
        if (host != null) {
            bases.add(onHost(host, place.rootPrefix()));
        }
        var port = place.endpoint().port();
        if (port != null) {
            bases.add(onPort(port, place.rootPrefix()));
        }
        return bases;
    }

    private List<Mount> mainMounts(List<Api> atRoot) {
        List<Mount> mounts = new ArrayList<>();
        for (var place : places) {
            mounts.add(
                    new Mount(
                            null,
                            place.prefix(),
                            URI.create(server.publicUrl() + place.prefix()),
                            place.api()));
            var host = place.endpoint().host();
            if (host != null) {
                mounts.add(
                        new Mount(
                                host,
                                place.rootPrefix(),
                                onHost(host, place.rootPrefix()),
                                place.api()));
            }
        }
        atRoot.forEach(api -> mounts.add(new Mount(null, "", server.publicUrl(), api)));
        return mounts;
    }

    private URI onHost(String host, String prefix) {
        var url = server.publicUrl();
        return URI.create(
                url.getScheme()
                        + "://"
                        + host
                        + (url.getPort() < 0 ? "" : ":" + url.getPort())
                        + prefix);
    }

    private URI onPort(int port, String prefix) {
        return URI.create(
                server.publicUrl().getScheme()
                        + "://"
                        + server.publicUrl().getHost()
                        + ":"
                        + port
                        + prefix);
    }

    /**
     * A port nobody has right now, for a setting of 0, since public addresses have to be known
     * before anything listens.
     */
    static int freePort(Config.Server server) {
        try (var probe = new ServerSocket()) {
            probe.bind(new InetSocketAddress(server.bind(), 0));
            return probe.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
