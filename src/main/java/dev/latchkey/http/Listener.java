package dev.latchkey.http;

import java.util.List;

/**
 * One address and port that a {@link Door} listens on.
 *
 * @param bindAddress literal address or name of this machine, such as {@code 127.0.0.1} or {@code
 *     ::}
 * @param port zero takes any free one, see {@link Door#ports}
 * @param mounts what is served there; those with a host go before those without, longer prefixes
 *     before shorter; among those at one place the first answers for paths that none of them knows
 */
public record Listener(String bindAddress, int port, List<Mount> mounts) {

    public Listener {
        mounts = List.copyOf(mounts);
    }
}
