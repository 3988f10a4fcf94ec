package dev.latchkey.crypto;

import com.nimbusds.jose.jwk.JWKSet;

import dev.latchkey.core.key.KeyState;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.EnumMap;
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

    /** Not under a pair of the two as a record: the JVM prepares its hash for 30 ms at a start. */
    private final Map<TokenType, Map<SigningAlgorithm, JwsHead>> signing =
            new EnumMap<>(TokenType.class);

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
                    of(type).putIfAbsent(key.algorithm(), head);
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

    private Map<SigningAlgorithm, JwsHead> of(TokenType type) {
        return signing.computeIfAbsent(type, _ -> new EnumMap<>(SigningAlgorithm.class));
    }

    private static boolean isPublished(@Nullable KeyState state) {
        return state != null && state.isPublished();
    }

    /** What tokens of this type are signed with now. */
    Optional<JwsHead> signing(TokenType type, SigningAlgorithm algorithm) {
        return Optional.ofNullable(signing.getOrDefault(type, Map.of()).get(algorithm));
    }

    /** By the encoded header, which has to be ours to the last character. */
    Optional<JwsHead> head(String text) {
        return Optional.ofNullable(known.get(text));
    }

    boolean has(SigningAlgorithm algorithm) {
        return signing(TokenType.ACCESS, algorithm).isPresent();
    }

    boolean hasAllOf(Ring other) {
        return known.keySet().containsAll(other.known.keySet());
    }

    byte[] published() {
        return published;
    }
}
