package dev.latchkey.core.memory;

import org.jspecify.annotations.Nullable;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The keys that belong to one owner. Nearly everybody has one, and a set of one is a large thing.
 */
sealed interface Keys<K> {

    Collection<K> all();

    /** Any of them. */
    K one();

    Keys<K> with(K key);

    /** Null when none is left. */
    @Nullable Keys<K> without(K key);

    record One<K>(K key) implements Keys<K> {
        @Override
        public Collection<K> all() {
            return List.of(key);
        }

        @Override
        public K one() {
            return key;
        }

        @Override
        public Keys<K> with(K another) {
            return another.equals(key) ? this : new Many<>(new HashSet<>(List.of(key, another)));
        }

        @Override
        public @Nullable Keys<K> without(K gone) {
            return gone.equals(key) ? null : this;
        }
    }

    /** Changed in place, by one thread at a time: within the map's compute. */
    record Many<K>(Set<K> keys) implements Keys<K> {
        @Override
        public Collection<K> all() {
            return List.copyOf(keys);
        }

        @Override
        public K one() {
            return keys.iterator().next();
        }

        @Override
        public Keys<K> with(K another) {
            keys.add(another);
            return this;
        }

        @Override
        public @Nullable Keys<K> without(K gone) {
            keys.remove(gone);
            return keys.isEmpty() ? null : this;
        }
    }
}
