package dev.latchkey.core.key;

import java.util.List;

/** The store of signing keys. */
public interface SigningKeys {

    /** Newest first. */
    List<SigningKey> all();

    void insert(SigningKey key);

    void delete(String id);
}
