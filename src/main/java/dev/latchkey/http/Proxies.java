package dev.latchkey.http;

import java.net.InetAddress;
import java.util.List;

/** Finds the client behind proxies that we trust. */
final class Proxies {
    private final List<AddressRange> trusted;

    Proxies(List<AddressRange> trusted) {
        this.trusted = trusted;
    }

    /**
     * The right-most address that is not a trusted proxy's: everything left of it may be made up by
     * the client. The peer itself when it is not trusted; where the header ends or makes no sense,
     * the last proxy understood.
     */
    InetAddress client(InetAddress peer, List<String> forwardedFor) {
        var client = peer;
        var hops = String.join(",", forwardedFor);
        var end = hops.length();
        while (end > 0 && isTrusted(client)) {
            var comma = hops.lastIndexOf(',', end - 1);
            var hop = hops.substring(comma + 1, end).strip();
            try {
                client = IpLiteral.parse(withoutPort(hop));
            } catch (IllegalArgumentException _) {
                return client;
            }
            end = comma;
        }
        return client;
    }

    private boolean isTrusted(InetAddress address) {
        for (var range : trusted) {
            if (range.contains(address)) {
                return true;
            }
        }
        return false;
    }

    private static String withoutPort(String hop) {
        if (hop.startsWith("[")) {
            var close = hop.indexOf(']');
            return close < 0 ? hop : hop.substring(1, close);
        }
        var colon = hop.indexOf(':');
        return colon >= 0 && colon == hop.lastIndexOf(':') ? hop.substring(0, colon) : hop;
    }
}
