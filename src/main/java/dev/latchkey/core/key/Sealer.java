package dev.latchkey.core.key;

import java.util.Optional;

/** Authenticated encryption under the server's secret (AES-256-GCM). */
public interface Sealer {

    /** Seals for one purpose; the same bytes opened for another purpose do not open. */
    byte[] seal(String purpose, byte[] plain);

    /** What was sealed, or nothing when it is forged, broken or of another purpose. */
    Optional<byte[]> open(String purpose, byte[] sealed);
}
