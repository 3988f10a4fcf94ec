package dev.latchkey.http;

import io.netty.util.NetUtil;

import java.net.InetAddress;
import java.net.UnknownHostException;

/**
 * Reads IP addresses as they are written, four decimal numbers or IPv6; never asks a name server.
 */
final class IpLiteral {
    private IpLiteral() {}

    /** An IPv6 address that stands for an IPv4 address becomes that. Refuses zones. */
    static InetAddress parse(String text) {
        var hasZone = text.indexOf('%') >= 0;
        var bytes = hasZone ? null : NetUtil.createByteArrayFromIpAddressString(text);
        try {
            if (bytes != null) {
                return InetAddress.getByAddress(bytes);
            }
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("no IP address", e);
        }
        throw new IllegalArgumentException("no IP address");
    }
}
