package dev.latchkey.http;

import java.time.Duration;
import java.util.List;

/**
 * Limits and manners of a {@link Door}.
 *
 * @param maxHeader largest request line, and largest header block, in bytes
 * @param maxBody largest request body, in bytes
 * @param maxConnections most connections at once, over all listeners; one more is closed as it
 *     comes
 * @param headerTimeout from the first byte of a request (or the connection) to the end of its head
 * @param bodyTimeout from the end of the head to the end of the body
 * @param idleTimeout between two requests, also for an answer that nobody takes
 * @param closeGrace how long {@link Door#close} waits for requests that are being answered
 * @param trustedProxies peers whose {@code X-Forwarded-For} is believed
 * @param hsts whether answers carry {@code Strict-Transport-Security}
 * @param eventLoops threads that read and write
 */
public record DoorSettings(
        int maxHeader,
        int maxBody,
        int maxConnections,
        Duration headerTimeout,
        Duration bodyTimeout,
        Duration idleTimeout,
        Duration closeGrace,
        List<AddressRange> trustedProxies,
        boolean hsts,
        int eventLoops) {

    public DoorSettings {
        trustedProxies = List.copyOf(trustedProxies);
    }

    public static DoorSettings defaults() {
        return new DoorSettings(
                16 * 1024,
                64 * 1024,
                10_000,
                Duration.ofSeconds(10),
                Duration.ofSeconds(30),
                Duration.ofSeconds(75),
                Duration.ofSeconds(10),
                List.of(),
                false,
                Runtime.getRuntime().availableProcessors());
    }

    public DoorSettings withTimeouts(Duration header, Duration body, Duration idle) {
        return new DoorSettings(
                maxHeader,
                maxBody,
                maxConnections,
                header,
                body,
                idle,
                closeGrace,
                trustedProxies,
                hsts,
                eventLoops);
    }

    public DoorSettings withCloseGrace(Duration grace) {
        return new DoorSettings(
                maxHeader,
                maxBody,
                maxConnections,
                headerTimeout,
                bodyTimeout,
                idleTimeout,
                grace,
                trustedProxies,
                hsts,
                eventLoops);
    }

    public DoorSettings withTrustedProxies(List<AddressRange> ranges) {
        return new DoorSettings(
                maxHeader,
                maxBody,
                maxConnections,
                headerTimeout,
                bodyTimeout,
                idleTimeout,
                closeGrace,
                ranges,
                hsts,
                eventLoops);
    }

    public DoorSettings withMaxBody(int bytes) {
        return new DoorSettings(
                maxHeader,
                bytes,
                maxConnections,
                headerTimeout,
                bodyTimeout,
                idleTimeout,
                closeGrace,
                trustedProxies,
                hsts,
                eventLoops);
    }

    public DoorSettings withMaxConnections(int most) {
        return new DoorSettings(
                maxHeader,
                maxBody,
                most,
                headerTimeout,
                bodyTimeout,
                idleTimeout,
                closeGrace,
                trustedProxies,
                hsts,
                eventLoops);
    }

    public DoorSettings withHsts(boolean on) {
        return new DoorSettings(
                maxHeader,
                maxBody,
                maxConnections,
                headerTimeout,
                bodyTimeout,
                idleTimeout,
                closeGrace,
                trustedProxies,
                on,
                eventLoops);
    }
}
