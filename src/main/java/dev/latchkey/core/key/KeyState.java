package dev.latchkey.core.key;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Where a signing key is in its life. Every node finds the same from the rows and the time. */
public enum KeyState {
    /** Published, so that everybody knows it before it signs. */
    WAITING,
    SIGNING,
    /** Published until the last token that it signed has expired. */
    RETIRING,
    /** Published no more. It still tells that an old {@code id_token_hint} is ours. */
    OVER;

    /** Longer than others keep our key set (five minutes) and nodes their keys (a minute). */
    public static final Duration LEAD = Duration.ofMinutes(15);

    /** Longer than any token lives (a quarter of an hour) and clocks differ. */
    public static final Duration FAREWELL = Duration.ofHours(1);

    private static final Comparator<SigningKey> NEWEST_FIRST =
            Comparator.comparing(SigningKey::signsFrom).thenComparing(SigningKey::id).reversed();

    public boolean isPublished() {
        return this != OVER;
    }

    /** The state of every key, by its id. */
    public static Map<String, KeyState> of(List<SigningKey> keys, Instant now) {
        Map<String, KeyState> states = new LinkedHashMap<>();
        keys.stream()
                .map(SigningKey::algorithm)
                .distinct()
                .forEach(algorithm ->
                        ofOne(
                                keys.stream()
                                        .filter(key -> key.algorithm().equals(algorithm))
                                        .sorted(NEWEST_FIRST)
                                        .toList(),
                                now,
                                states));
        return states;
    }

    private static void ofOne(List<SigningKey> keys, Instant now, Map<String, KeyState> states) {
        @Nullable SigningKey successor = null;
        for (var key : keys) {
            if (now.isBefore(key.signsFrom())) {
                states.put(key.id(), WAITING);
            } else if (successor == null) {
                states.put(key.id(), SIGNING);
                successor = key;
            } else {
                var end = successor.signsFrom().plus(FAREWELL);
                states.put(key.id(), now.isBefore(end) ? RETIRING : OVER);
                successor = key;
            }
        }
        if (successor == null) {
            // Made a moment ago on a node whose clock is ahead: the first of all keys never waits.
            states.put(keys.getLast().id(), SIGNING);
        }
    }
}
