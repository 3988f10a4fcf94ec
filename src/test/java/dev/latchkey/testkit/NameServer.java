package dev.latchkey.testkit;

import org.jspecify.annotations.Nullable;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Section;
import org.xbill.DNS.TXTRecord;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A real DNS server of loopback, over UDP and TCP, that answers as it is told, and lies so, too.
 */
public final class NameServer implements AutoCloseable {
    private static final int LARGEST_DATAGRAM = 512;

    /** What it does with a question. */
    public enum Manner {
        HONEST,
        SILENT,
        FAILS,
        WRONG_ID,
        RUBBISH
    }

    private final DatagramSocket udp;
    private final ServerSocket tcp;
    private final Map<String, List<List<String>>> records = new ConcurrentHashMap<>();
    private final AtomicInteger asked = new AtomicInteger();
    private volatile Manner manner = Manner.HONEST;

    private NameServer(DatagramSocket udp, ServerSocket tcp) {
        this.udp = udp;
        this.tcp = tcp;
    }

    public static NameServer start() {
        try {
            var server = bound(10);
            Thread.ofVirtual().start(server::serveUdp);
            Thread.ofVirtual().start(server::serveTcp);
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The port that UDP was given may be somebody's over TCP. */
    private static NameServer bound(int tries) throws IOException {
        var loopback = InetAddress.getLoopbackAddress();
        var udp = new DatagramSocket(0, loopback);
        try {
            return new NameServer(udp, new ServerSocket(udp.getLocalPort(), 9, loopback));
        } catch (BindException e) {
            udp.close();
            if (tries == 1) {
                throw e;
            }
            return bound(tries - 1);
        }
    }

    /** For the setting {@code dns.server}. */
    public String address() {
        return "127.0.0.1:" + udp.getLocalPort();
    }

    public void behaves(Manner wanted) {
        manner = wanted;
    }

    /** Each text is a record of one string. */
    public void says(String name, String... texts) {
        records.put(name, java.util.Arrays.stream(texts).map(List::of).toList());
    }

    /** One record of many strings. */
    public void saysInPieces(String name, String... strings) {
        records.put(name, List.of(List.of(strings)));
    }

    /** How many questions came. */
    public int asked() {
        return asked.get();
    }

    private void serveUdp() {
        var buffer = new byte[4096];
        while (!udp.isClosed()) {
            try {
                var packet = new DatagramPacket(buffer, buffer.length);
                udp.receive(packet);
                var question = java.util.Arrays.copyOf(packet.getData(), packet.getLength());
                var answer = answer(question, LARGEST_DATAGRAM);
                if (answer != null) {
                    udp.send(new DatagramPacket(answer, answer.length, packet.getSocketAddress()));
                }
            } catch (SocketException _) {
                return;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private void serveTcp() {
        while (!tcp.isClosed()) {
            try (var socket = tcp.accept()) {
                var in = new DataInputStream(socket.getInputStream());
                var answer = answer(in.readNBytes(in.readUnsignedShort()), 0xFFFF);
                if (answer != null) {
                    var out = new DataOutputStream(socket.getOutputStream());
                    out.writeShort(answer.length);
                    out.write(answer);
                }
            } catch (SocketException _) {
                return;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private byte @Nullable [] answer(byte[] question, int largest) throws IOException {
        asked.incrementAndGet();
        var asked = new Message(question);
        return switch (manner) {
            case SILENT -> null;
            case RUBBISH -> "not the DNS at all, but of some length".getBytes("UTF-8");
            case HONEST -> honest(asked, asked.getHeader().getID()).toWire(largest);
            case WRONG_ID -> honest(asked, asked.getHeader().getID() ^ 1).toWire(largest);
            case FAILS -> {
                var answer = new Message(asked.getHeader().getID());
                answer.getHeader().setFlag(Flags.QR);
                answer.getHeader().setRcode(Rcode.SERVFAIL);
                answer.addRecord(asked.getQuestion(), Section.QUESTION);
                yield answer.toWire(largest);
            }
        };
    }

    private Message honest(Message asked, int id) {
        var answer = new Message(id);
        answer.getHeader().setFlag(Flags.QR);
        answer.getHeader().setFlag(Flags.RA);
        answer.addRecord(asked.getQuestion(), Section.QUESTION);
        var name = asked.getQuestion().getName();
        var known = records.get(text(name));
        if (known == null) {
            answer.getHeader().setRcode(Rcode.NXDOMAIN);
        } else {
            known.forEach(strings ->
                    answer.addRecord(new TXTRecord(name, DClass.IN, 60, strings), Section.ANSWER));
        }
        return answer;
    }

    private static String text(Name name) {
        return name.toString(true).toLowerCase(java.util.Locale.ROOT);
    }

    @Override
    public void close() {
        try {
            udp.close();
            tcp.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
