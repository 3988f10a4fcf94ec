package dev.latchkey.core.memory;

/**
 * Whether this node can be sure to hear of changes that others make. Without that it asks the store
 * each time.
 */
public interface CacheTrust {
    boolean trusted();
}
