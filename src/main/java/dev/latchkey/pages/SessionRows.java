package dev.latchkey.pages;

import dev.latchkey.core.session.Session;
import dev.latchkey.pages.view.SessionsView;
import dev.latchkey.pages.view.Text;

import java.net.InetAddress;

/** Sessions in words. */
public record SessionRows(Moments moments) {

    public SessionsView.Row of(Session session, boolean current, Text text) {
        return new SessionsView.Row(
                session.id().toString(),
                device(Device.of(session.userAgent()), text),
                through(session.door(), text),
                session.address(),
                place(session.address(), text),
                moments.past(session.lastSeenAt(), text),
                moments.past(session.createdAt(), text),
                current);
    }

    private static String device(Device device, Text text) {
        if (device.program().isEmpty()) {
            return device.system().isEmpty() ? text.of("device.unknown") : device.system();
        }
        return device.system().isEmpty()
                ? device.program()
                : text.of("device.on", device.program(), device.system());
    }

    /** A door has a name of its own in the bundle, or is an API's. */
    private static String through(String door, Text text) {
        var key = "door." + door;
        return text.has(key) ? text.of(key) : door;
    }

    /** Only what an address says by itself. */
    private static String place(String address, Text text) {
        if (!address.matches("[0-9a-fA-F.:%]+")) {
            return "";
        }
        var peer = InetAddress.ofLiteral(address);
        if (peer.isLoopbackAddress()) {
            return text.of("place.here");
        }
        return peer.isSiteLocalAddress() || peer.isLinkLocalAddress() ? text.of("place.near") : "";
    }
}
