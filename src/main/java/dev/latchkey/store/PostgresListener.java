package dev.latchkey.store;

import dev.latchkey.core.memory.Forgetting;

import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;

/**
 * Hears on a connection of its own what other nodes changed. Three times a second it sends a
 * notification to itself: notifications arrive in order, so when that one is back, all earlier ones
 * are.
 */
final class PostgresListener implements AutoCloseable {
    static final String CHANGES = "latchkey_changes";

    private static final Logger LOG = LoggerFactory.getLogger(PostgresListener.class);
    private static final Duration BEAT = Duration.ofMillis(300);

    private final PostgresAddress address;
    private final Pulse pulse = new Pulse();
    private final String ownChannel =
            "latchkey_node_" + UUID.randomUUID().toString().replace("-", "");
    private volatile boolean closing;
    private @Nullable Thread thread;

    PostgresListener(PostgresAddress address) {
        this.address = address;
    }

    Pulse pulse() {
        return pulse;
    }

    void start(Forgetting forgetting) {
        thread = Thread.ofVirtual().name("database-listener").start(() -> run(forgetting));
    }

    private void run(Forgetting forgetting) {
        while (!closing) {
            try (var connection = address.forListening().getConnection()) {
                listen(connection, forgetting);
            } catch (SQLException | RuntimeException e) {
                lost(e);
                pause();
            }
        }
    }

    private void lost(Exception why) {
        // Once for each outage, not once for each attempt.
        if (pulse.lost() && !closing) {
            LOG.warn("The connection that hears of changes is lost: {}", why.getMessage());
        }
    }

    /**
     * Until the connection breaks. What changed before it listened is unknown, so everything is
     * forgotten first.
     */
    private void listen(Connection connection, Forgetting forgetting) throws SQLException {
        execute(connection, "LISTEN " + CHANGES);
        execute(connection, "LISTEN " + ownChannel);
        forgetting.forgetAll();
        var postgres = connection.unwrap(PGConnection.class);
        while (!closing) {
            beat(connection, postgres, forgetting);
        }
    }

    private void beat(Connection connection, PGConnection postgres, Forgetting forgetting)
            throws SQLException {
        var sent = System.nanoTime();
        execute(connection, "NOTIFY " + ownChannel);
        var next = sent + BEAT.toNanos();
        for (long left = BEAT.toMillis(); left > 0; left = millisUntil(next)) {
            for (var heard : postgres.getNotifications((int) left)) {
                if (heard.getName().equals(CHANGES)) {
                    Stale.read(heard.getParameter()).tell(forgetting);
                } else {
                    pulse.proven(sent);
                }
            }
        }
    }

    private static long millisUntil(long nanos) {
        return Duration.ofNanos(nanos - System.nanoTime()).toMillis();
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @SuppressWarnings("InterruptedInCatchBlock") // the flag is taken down on purpose
    private void pause() {
        try {
            Thread.sleep(BEAT);
        } catch (InterruptedException e) {
            // Only close() interrupts; the loop looks at closing next.
            Thread.interrupted();
        }
    }

    @Override
    public void close() {
        closing = true;
        if (thread != null) {
            thread.interrupt();
        }
    }
}
