package dev.latchkey.oidc;

import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.util.Arrays;
import java.util.List;

/**
 * Which addresses a server may send to when an application's settings tell it to: never those where
 * machines tell their own secrets (link-local, metadata services), nor this machine itself unless
 * it is all that this server serves. Private networks are allowed: applications live there.
 *
 * @param loopback whether this machine's own addresses are allowed
 */
record Outside(boolean loopback) {
    /** Metadata services that are not link-local. */
    private static final List<String> METADATA =
            List.of("100.100.100.200", "fd00:ec2:0:0:0:0:0:254");

    /** Looks the name up; the JDK remembers what it found for the connection that follows. */
    void require(URI uri) throws IOException {
        for (var address : InetAddress.getAllByName(uri.getHost())) {
            if (!allows(address)) {
                throw new IOException("no messages are sent to " + address.getHostAddress());
            }
        }
    }

    boolean allows(InetAddress address) {
        return !address.isLinkLocalAddress()
                && !address.isAnyLocalAddress()
                && !address.isMulticastAddress()
                && (loopback || !address.isLoopbackAddress())
                && !METADATA.contains(address.getHostAddress())
                && !isTranslated(address);
    }

    /** IPv4 in the clothes of IPv6 (64:ff9b::/96, 2002::/16), which would hide all of the above. */
    private static boolean isTranslated(InetAddress address) {
        if (!(address instanceof Inet6Address six)) {
            return false;
        }
        var bytes = six.getAddress();
        return bytes[0] == 0x20 && bytes[1] == 0x02
                || Arrays.equals(bytes, 0, 4, new byte[] {0, 0x64, (byte) 0xFF, (byte) 0x9B}, 0, 4);
    }
}
