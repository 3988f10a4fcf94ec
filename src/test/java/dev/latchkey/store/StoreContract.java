package dev.latchkey.store;

import java.time.Duration;
import java.time.Instant;

/** What every contract starts from: an empty database on some engine. */
interface StoreContract {
    Instant NOW = Instant.parse("2026-11-22T12:00:00.123Z");
    Instant LATER = NOW.plus(Duration.ofHours(1));

    Database database();

    default Stores stores() {
        return database().stores();
    }

    default Samples samples() {
        return new Samples(stores());
    }
}
