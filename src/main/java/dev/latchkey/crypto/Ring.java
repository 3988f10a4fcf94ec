package dev.latchkey.crypto;

import com.nimbusds.jose.jwk.JWKSet;

import dev.latchkey.core.key.KeyState;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All signing keys at one moment. All of them verify, one of each algorithm signs, and those are
 * published whose tokens may still be about.
 */
final class Ring {
    /**
     * By age, and by name where two nodes made one in the same millisecond, so that every node
     * picks the same.
     */
    private static final Comparator<RingKey> NEWEST_FIRST =
            Comparator.comparing(RingKey::signsFrom).thenComparing(RingKey::id).reversed();

    private record Use(TokenType type, SigningAlgorithm algorithm) {}

    private final Map<Use, JwsHead> signing = new HashMap<>();
    private final Map<String, JwsHead> known = new HashMap<>();
    private final byte[] published;

    /**
     * @param states of the keys, by their ids
     */
    Ring(List<RingKey> keys, Map<String, KeyState> states) {
        var sorted = keys.stream().sorted(NEWEST_FIRST).toList();
        for (var key : sorted) {
            for (var type : TokenType.values()) {
                var head = JwsHead.of(key, type);
                known.put(head.text(), head);
                if (states.get(key.id()) == KeyState.SIGNING) {
                    signing.putIfAbsent(new Use(type, key.algorithm()), head);
                }
            }
        }
        var set =
                new JWKSet(
                        sorted.stream()
                                .filter(key -> isPublished(states.get(key.id())))
                                .map(RingKey::published)
                                .toList());
        this.published = set.toString(true).getBytes(StandardCharsets.UTF_8);
    }

    private static boolean isPublished(@Nullable KeyState state) {
        return state != null && state.isPublished();
    }

    /** What tokens of this type are signed with now. */
    Optional<JwsHead> signing(TokenType type, SigningAlgorithm algorithm) {
        return Optional.ofNullable(signing.get(new Use(type, algorithm)));
    }

    /** By the encoded header, which has to be ours to the last character. */
    Optional<JwsHead> head(String text) {
        return Optional.ofNullable(known.get(text));
    }

    boolean has(SigningAlgorithm algorithm) {
        return signing.containsKey(new Use(TokenType.ACCESS, algorithm));
    }

    boolean hasAllOf(Ring other) {
        return known.keySet().containsAll(other.known.keySet());
    }

    byte[] published() {
        return published;
    }
}
