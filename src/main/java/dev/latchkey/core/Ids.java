package dev.latchkey.core;

import java.util.UUID;

/** Makes identifiers that sort by time (UUID version 7, RFC 9562). */
public interface Ids {
    UUID next();
}
