import dev.latchkey.http.Api;
import dev.latchkey.http.Call;
import dev.latchkey.http.Door;
import dev.latchkey.http.DoorSettings;
import dev.latchkey.http.HttpProblem;
import dev.latchkey.http.Listener;
import dev.latchkey.http.Mount;
import dev.latchkey.http.Reply;
import dev.latchkey.http.Route;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A door with two routes that give the same small answer, one on the event loop and one on a
 * virtual thread, to be measured with wrk. Run: {@code java -cp 'target/classes:target/lib/*'
 * bench/DoorBench.java 8099}
 */
public final class DoorBench {
    private static final Reply ANSWER =
            Reply.of(200, Reply.JSON, "{\"active\":true}".getBytes(StandardCharsets.UTF_8));

    public static void main(String[] args) throws InterruptedException {
        var api =
                new Api() {
                    @Override
                    public List<Route> routes() {
                        return List.of(
                                Route.get("/quick", call -> ANSWER).quickly(call -> ANSWER),
                                Route.get("/thread", call -> ANSWER));
                    }

                    @Override
                    public Reply failed(Call call, Throwable problem) {
                        return Reply.empty(
                                problem instanceof HttpProblem http ? http.status() : 500);
                    }
                };
        var mount = new Mount(null, "/api", URI.create("http://localhost/api"), api);
        var listener = new Listener("127.0.0.1", Integer.parseInt(args[0]), List.of(mount));
        try (var door = Door.open(DoorSettings.defaults(), List.of(listener))) {
            System.out.println("listening on " + door.ports());
            Thread.currentThread().join();
        }
    }
}
