package dev.latchkey.core.session;

import java.util.UUID;

/**
 * Names a session: a UUID of version 7 (RFC 9562, section 5.7) that 63 of its bits tell, so that a
 * store finds a session by a whole number. What is left of the UUID is made from these, so that it
 * has one spelling. It is no secret, and two of the same millisecond may be the same: the store
 * says so.
 *
 * @param number milliseconds since 1970 in 42 bits, then 21 that are random; 0 names no session
 */
public record SessionId(long number) {
    private static final int RANDOM_BITS = 21;
    private static final int RANDOM_BITS_BEHIND_VARIANT = 9;
    private static final int FREE_BITS = 53;
    private static final long VERSION = 0x7000;
    private static final long VARIANT = 1L << 63;

    /**
     * Made from the time of another UUID of version 7 and from its last bits: where one counts
     * within a millisecond, it does so ahead of these.
     */
    static SessionId from(UUID another) {
        var millis = another.getMostSignificantBits() >>> 16;
        var random = another.getLeastSignificantBits() & (1L << RANDOM_BITS) - 1;
        return new SessionId((millis << RANDOM_BITS | random) & Long.MAX_VALUE);
    }

    /** What a UUID names: no session when it is not the spelling of any. */
    public static SessionId of(UUID spelling) {
        var id = new SessionId(numberOf(spelling));
        return id.value().equals(spelling) ? id : new SessionId(0);
    }

    /** As it is told to others. */
    public UUID value() {
        var millis = number >>> RANDOM_BITS;
        var random = number & (1L << RANDOM_BITS) - 1;
        var behind = random & (1L << RANDOM_BITS_BEHIND_VARIANT) - 1;
        return new UUID(
                millis << 16 | VERSION | random >>> RANDOM_BITS_BEHIND_VARIANT,
                VARIANT | behind << FREE_BITS | mix(number) >>> 64 - FREE_BITS);
    }

    private static long numberOf(UUID id) {
        var millis = id.getMostSignificantBits() >>> 16;
        var ahead = id.getMostSignificantBits() & 0xFFF;
        var behind =
                id.getLeastSignificantBits() >>> FREE_BITS & (1L << RANDOM_BITS_BEHIND_VARIANT) - 1;
        return (millis << RANDOM_BITS | ahead << RANDOM_BITS_BEHIND_VARIANT | behind)
                & Long.MAX_VALUE;
    }

    /** The last step of SplitMix64: spreads a number over all bits. */
    private static long mix(long number) {
        var mixed = number * 0x9E37_79B9_7F4A_7C15L;
        mixed = (mixed ^ mixed >>> 30) * 0xBF58_476D_1CE4_E5B9L;
        mixed = (mixed ^ mixed >>> 27) * 0x94D0_49BB_1331_11EBL;
        return mixed ^ mixed >>> 31;
    }

    @Override
    public String toString() {
        return value().toString();
    }
}
