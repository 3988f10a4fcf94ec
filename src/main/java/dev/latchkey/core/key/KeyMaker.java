package dev.latchkey.core.key;

import java.time.Instant;
import java.util.List;

/** Makes key pairs. */
public interface KeyMaker {

    /** The algorithms that this server signs with. */
    List<String> algorithms();

    /** A new pair, not yet kept by anybody. Takes up to a second. */
    SigningKey make(String algorithm, Instant createdAt, Instant signsFrom);

    /** Takes in what the store has now. */
    void reload();
}
