package dev.latchkey;

import dev.latchkey.config.Config;
import dev.latchkey.http.Api;
import dev.latchkey.http.Door;
import dev.latchkey.http.Route;
import dev.latchkey.mail.Outbox;
import dev.latchkey.oidc.LogoutCourier;

import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** One running server: the backend, its doors and its chores. */
public final class App implements AutoCloseable {
    private final Config config;
    private final Backend backend;
    private final Chores chores;
    private final LogoutCourier logouts;
    private final List<Api> doors;
    private final Door door;

    private App(Config config, Backend backend, Clock clock) {
        this.config = config;
        this.backend = backend;
        this.chores =
                new Chores(
                        backend.core().keys,
                        backend.core().activity,
                        backend.database().housekeeping(),
                        new Outbox(config.data().outbox()),
                        backend.core().administration.countHours,
                        clock);
        this.logouts = backend.core().openId.logoutCourier();
        var places = new Places(config, backend.core(), clock);
        var listeners = new Listeners(config.server(), places.all());
        var clients = backend.core().openId.clients(places.clients(listeners));
        this.doors = new Doors(config, backend, clients, clock).all();
        this.door = Door.open(Translate.door(config.server()), listeners.all(doors));
    }

    /** Opens the backend and listens. Whatever was opened is closed again when a step fails. */
    public static App start(Config wanted, Clock clock) {
        var server = wanted.server();
        var config =
                server.port() == 0 ? wanted.at(server.boundTo(Listeners.freePort(server))) : wanted;
        var backend = Backend.open(config, clock);
        try {
            var app = new App(config, backend, clock);
            backend.courier().start();
            app.chores.start();
            app.logouts.start();
            backend.core().hashing.prepare();
            return app;
        } catch (RuntimeException e) {
            backend.close();
            throw e;
        }
    }

    /**
     * While there is no administrator: the address of the page that makes the first administrator.
     */
    public Optional<String> setupLink() {
        return backend.core().firstAdministrator.offer().map(backend.core().links::setup);
    }

    public Config config() {
        return config;
    }

    /** What answers at the root of the main port: pages, OpenID provider, health. */
    public List<Route> routes() {
        return doors.stream().flatMap(door -> door.routes().stream()).toList();
    }

    public Backend backend() {
        return backend;
    }

    public URI publicUrl() {
        return config.server().publicUrl();
    }

    /** The main port first, then those that APIs have of their own, in the order of the APIs. */
    public List<Integer> ports() {
        return door.ports();
    }

    /** Lets requests under way finish, writes down what is gathered, closes the database. */
    @Override
    public void close() {
        door.close();
        logouts.close();
        chores.close();
        backend.close();
    }
}
