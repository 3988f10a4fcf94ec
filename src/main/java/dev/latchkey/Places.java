package dev.latchkey;

import dev.latchkey.config.Config;
import java.util.List;

/** The five APIs with the use cases they need, and where each hangs. */
final class Places {
    private final Config config;
    private final Core core;

    Places(Config config, Backend backend) {
        this.config = config;
        this.core = backend.core();
    }

    List<Listeners.Place> all() {
        return List.of();
    }
}
