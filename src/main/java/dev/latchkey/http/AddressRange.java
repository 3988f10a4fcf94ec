package dev.latchkey.http;

import java.net.InetAddress;

/** A range of IP addresses in CIDR notation (RFC 4632, RFC 4291), such as {@code 10.0.0.0/8}. */
public record AddressRange(InetAddress network, int bits) {

    public AddressRange {
        if (bits < 0 || bits > network.getAddress().length * 8) {
            throw new IllegalArgumentException("a prefix length does not fit its address");
        }
    }

    /** Reads {@code address/bits}, or one address alone. Never asks a name server. */
    public static AddressRange parse(String text) {
        var slash = text.indexOf('/');
        if (slash < 0) {
            var single = IpLiteral.parse(text);
            return new AddressRange(single, single.getAddress().length * 8);
        }
        return new AddressRange(
                IpLiteral.parse(text.substring(0, slash)),
                Integer.parseInt(text.substring(slash + 1)));
    }

    public boolean contains(InetAddress address) {
        var ours = network.getAddress();
        var theirs = address.getAddress();
        if (ours.length != theirs.length) {
            return false;
        }
        for (int bit = 0; bit < bits; bit += 8) {
            var mask = bits - bit >= 8 ? 0xFF : 0xFF << (8 - (bits - bit));
            if (((ours[bit / 8] ^ theirs[bit / 8]) & mask & 0xFF) != 0) {
                return false;
            }
        }
        return true;
    }
}
