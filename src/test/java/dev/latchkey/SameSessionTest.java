package dev.latchkey;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.f4b6a3.uuid.UuidCreator;

import dev.latchkey.config.ConfigLoader;
import dev.latchkey.core.Origin;
import dev.latchkey.core.account.CreateUser;
import dev.latchkey.core.account.User;
import dev.latchkey.core.session.Carrier;
import dev.latchkey.crypto.SealerAes;
import dev.latchkey.mail.QueuedPost;
import dev.latchkey.store.Database;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;

/** Two sessions that would be called the same, which happens once in a long while. */
class SameSessionTest {
    private static final Origin ORIGIN = Origin.local("test");

    private final Queue<UUID> next = new ArrayDeque<>();

    @Test
    void the_second_is_called_otherwise(@TempDir Path folder) {
        var settings = Map.of("LATCHKEY_DATA_DIR", folder.toString());
        var config = new ConfigLoader(settings, folder).load(null);
        var clock = Clock.systemUTC();
        var sealer = new SealerAes(Translate.masterKey(config));
        try (var database = Database.open(Translate.database(config.database()))) {
            database.migrate();
            var queue = database.stores().mailQueue();
            var post =
                    new QueuedPost(
                            queue, sealer, database.transactions(), () -> {}, clock, this::id);
            var core = new Core(config, database, sealer, post, clock, this::id);
            try (var _ = core.hashing) {
                var user = user(core);
                var same = UuidCreator.getTimeOrderedEpoch();

                next.add(same);
                var first = core.grants.open(user, null, "pwd", Carrier.COOKIE, ORIGIN).session();
                next.add(same);
                var second = core.grants.open(user, null, "pwd", Carrier.COOKIE, ORIGIN).session();

                assertThat(second.id()).isNotEqualTo(first.id());
                assertThat(database.stores().sessions().liveOf(user.id(), clock.instant()))
                        .extracting(session -> session.id())
                        .containsExactlyInAnyOrder(first.id(), second.id());
            }
        }
    }

    private UUID id() {
        var wanted = next.poll();
        return wanted == null ? UuidCreator.getTimeOrderedEpoch() : wanted;
    }

    private static User user(Core core) {
        return core.createUser.run(
                new CreateUser.Command(
                        "ada@example.com",
                        null,
                        "only for this test",
                        "Ada",
                        "Lovelace",
                        false,
                        true,
                        null,
                        ORIGIN));
    }
}
