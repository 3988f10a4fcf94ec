package dev.latchkey.config;

import java.net.InetAddress;

/**
 * A block of addresses (RFC 4632, RFC 4291).
 *
 * @param bits how many leading bits of {@code network} count
 */
public record Cidr(InetAddress network, int bits) {

    public Cidr {
        if (bits < 0 || bits > network.getAddress().length * 8) {
            throw new IllegalArgumentException("a prefix of " + bits + " bits is out of range");
        }
    }

    /** Whether the address is in this block; an address of the other family never is. */
    public boolean contains(InetAddress address) {
        byte[] mine = network.getAddress();
        byte[] theirs = address.getAddress();
        if (mine.length != theirs.length) {
            return false;
        }
        for (int bit = 0; bit < bits; bit++) {
            int mask = 0x80 >> (bit % 8);
            if (((mine[bit / 8] ^ theirs[bit / 8]) & mask) != 0) {
                return false;
            }
        }
        return true;
    }
}
