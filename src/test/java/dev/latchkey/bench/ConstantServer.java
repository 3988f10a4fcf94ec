package dev.latchkey.bench;

import dev.latchkey.http.Door;
import dev.latchkey.http.DoorSettings;
import dev.latchkey.http.Listener;
import dev.latchkey.http.Mount;
import dev.latchkey.http.Reply;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** The HTTP server with nothing but a constant answer. Arguments: port and the answer's bytes. */
final class ConstantServer {
    private ConstantServer() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        var body = new byte[Integer.parseInt(args[1])];
        Arrays.fill(body, (byte) ' ');
        var constant = new ConstantApi(Reply.of(200, Reply.JSON, body));
        var mount = new Mount(null, "", URI.create("http://localhost"), constant);
        var listener = new Listener("127.0.0.1", Integer.parseInt(args[0]), List.of(mount));
        try (var _ = Door.open(DoorSettings.defaults(), List.of(listener))) {
            Thread.currentThread().join();
        }
    }

    /** Starts it as a process. */
    static Peer start(Path folder, int bytes) throws IOException, InterruptedException {
        var port = Peer.freePort();
        return Peer.start(
                folder,
                Jvm.command(ConstantServer.class, Integer.toString(port), Integer.toString(bytes)),
                Map.of(),
                port);
    }
}
