package dev.latchkey.config;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** No two APIs answer at the same port or host name, and none at the main one's. */
final class Places {
    private final Settings settings;
    private final Map<Integer, String> ports = new HashMap<>();
    private final Map<String, String> hosts = new HashMap<>();

    Places(Settings settings) {
        this.settings = settings;
    }

    void check(Config config, ServerSection server, ApisSection apis) {
        ports.put(config.server().port(), server.port().name());
        hosts.put(config.server().publicUrl().getHost(), "server.public-url");
        List<EndpointKeys> keys = apis.endpoints();
        List<Config.Endpoint> endpoints = config.apis().endpoints();
        for (int i = 0; i < keys.size(); i++) {
            if (endpoints.get(i).enabled()) {
                check(keys.get(i), endpoints.get(i));
            }
        }
    }

    private void check(EndpointKeys keys, Config.Endpoint endpoint) {
        Integer port = endpoint.port();
        if (port != null && port != 0) {
            claim(ports, port, keys.port());
        }
        String host = endpoint.host();
        if (host != null) {
            claim(hosts, host, keys.host());
        }
    }

    private <T> void claim(Map<T, String> taken, T place, Key<?> key) {
        String before = taken.putIfAbsent(place, key.name());
        if (before != null) {
            settings.refuse(key, "is " + place + ", and so is " + before + ".");
        }
    }
}
