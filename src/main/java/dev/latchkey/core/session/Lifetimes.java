package dev.latchkey.core.session;

import java.time.Duration;

/**
 * How long things last.
 *
 * @param session however much it is used
 * @param idle unused
 * @param access at most 15 minutes
 * @param reuseGrace how long a refresh token that was just used gives the same successor again
 */
public record Lifetimes(
        Duration session, Duration idle, Duration access, Duration refresh, Duration reuseGrace) {}
