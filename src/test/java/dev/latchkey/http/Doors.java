package dev.latchkey.http;

import java.net.URI;
import java.util.List;

/** Opens doors for tests, on a free port of the loopback address. */
final class Doors {
    private Doors() {}

    static Door open(Mount... mounts) {
        return open(DoorSettings.defaults(), mounts);
    }

    static Door open(DoorSettings settings, Mount... mounts) {
        return Door.open(settings, List.of(new Listener("127.0.0.1", 0, List.of(mounts))));
    }

    static Mount at(String prefix, Api api) {
        return new Mount(null, prefix, URI.create("http://localhost" + prefix), api);
    }

    static Mount at(String host, String prefix, Api api) {
        return new Mount(host, prefix, URI.create("http://" + host + prefix), api);
    }
}
