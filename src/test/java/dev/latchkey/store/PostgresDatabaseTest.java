package dev.latchkey.store;

import static dev.latchkey.store.Samples.newUser;
import static dev.latchkey.store.StoreContract.LATER;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.latchkey.core.account.User;
import dev.latchkey.testkit.Eventually;
import dev.latchkey.testkit.Postgres;
import dev.latchkey.testkit.Race;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.io.IOException;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/** What only PostgreSQL can go through: the network, other clients, its own end. */
@Tag("parts")
@Timeout(60)
class PostgresDatabaseTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** Every answer comes by then, however dead the database is. */
    private static final Duration ANSWER = Duration.ofSeconds(8);

    private Postgres server;
    private String jdbcUrl;
    private Database database;

    @BeforeEach
    void open() {
        server = Postgres.own();
        jdbcUrl = server.freshDatabase();
        database = Database.open(new DatabaseSettings.Postgres(jdbcUrl, null, null, 8));
        database.migrate();
    }

    @AfterEach
    void close() throws IOException {
        database.close();
        server.close();
    }

    private Samples samples() {
        return new Samples(database.stores());
    }

    private void failsInTime(Runnable work) {
        var began = System.nanoTime();
        assertThatExceptionOfType(RuntimeException.class).isThrownBy(work::run);
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(ANSWER);
    }

    @Test
    void a_server_that_stops_and_starts_again_is_missed_and_found() {
        var heard = new Heard();
        database.changes(heard);
        Eventually.within(PATIENCE, "trusted", database.trust()::trusted);
        var user = samples().user();
        var forgotten = heard.everything();

        server.kill();
        Eventually.within(Duration.ofSeconds(2), "distrusted", () -> !database.trust().trusted());
        failsInTime(() -> samples().user());
        failsInTime(() -> database.stores().accounts().find(user.id()));
        assertThat(database.isReady()).isFalse();

        server.start();
        Eventually.within(PATIENCE, "ready", database::isReady);
        Eventually.within(PATIENCE, "trusted again", database.trust()::trusted);
        assertThat(heard.everything()).isGreaterThan(forgotten);
        assertThat(database.stores().accounts().find(user.id())).contains(user);
        assertThat(Race.run(_ -> samples().user().id())).doesNotHaveDuplicates();
    }

    @Test
    void a_listener_whose_connection_is_cut_forgets_everything_before_it_is_trusted_again()
            throws SQLException {
        var heard = new Heard();
        database.changes(heard);
        Eventually.within(PATIENCE, "trusted", database.trust()::trusted);
        var forgotten = heard.everything();

        run(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                        + " WHERE application_name = 'latchkey-listener'");

        Eventually.within(PATIENCE, "distrusted", () -> !database.trust().trusted());
        Eventually.within(PATIENCE, "trusted again", database.trust()::trusted);
        assertThat(heard.everything()).isGreaterThan(forgotten);
    }

    @Test
    void a_lock_that_somebody_keeps_fails_the_rest_in_time() throws SQLException {
        var user = samples().user();
        try (var other = DriverManager.getConnection(jdbcUrl);
                var statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("LOCK TABLE users IN ACCESS EXCLUSIVE MODE");

            failsInTime(() -> database.stores().accounts().find(user.id()));

            other.rollback();
        }

        assertThat(database.stores().accounts().find(user.id())).contains(user);
    }

    @Test
    void a_server_that_falls_silent_is_given_up_in_time() throws Exception {
        var heard = new Heard();
        database.changes(heard);
        Eventually.within(PATIENCE, "trusted", database.trust()::trusted);
        var user = samples().user();
        var frozen = ours();
        signal("STOP", frozen);

        try {
            failsInTime(() -> database.stores().accounts().find(user.id()));
            Eventually.within(PATIENCE, "a new connection works", () -> database.isReady());
            assertThat(database.stores().accounts().find(user.id())).contains(user);
        } finally {
            signal("CONT", frozen);
        }
    }

    private List<String> ours() throws SQLException {
        var pids = new ArrayList<String>();
        try (var connection = DriverManager.getConnection(jdbcUrl);
                var statement = connection.createStatement();
                var found =
                        statement.executeQuery(
                                "SELECT pid FROM pg_stat_activity"
                                        + " WHERE application_name LIKE 'latchkey%'")) {
            while (found.next()) {
                pids.add(found.getString(1));
            }
        }
        return pids;
    }

    private static void signal(String signal, List<String> pids) throws Exception {
        var command = new ArrayList<>(List.of("kill", "-" + signal));
        command.addAll(pids);
        new ProcessBuilder(command).inheritIO().start().waitFor();
    }

    @Test
    void two_who_wait_for_each_other_both_succeed_in_the_end() {
        var ada = samples().user();
        var grace = samples().user();
        var attempts = new AtomicInteger();
        var meeting = new CyclicBarrier(2);

        var outcomes =
                Race.run(i ->
                        switch (i) {
                            case 0 -> inOrder(ada, grace, attempts, meeting);
                            case 1 -> inOrder(grace, ada, attempts, meeting);
                            default -> "no part";
                        });

        assertThat(outcomes.subList(0, 2)).containsOnly("done");
        assertThat(attempts).hasValueGreaterThan(2);
    }

    private String inOrder(User first, User second, AtomicInteger attempts, CyclicBarrier meeting) {
        return database.transactions()
                .write(() -> {
                    database.stores().accounts().markSignedIn(first.id(), LATER);
                    if (attempts.incrementAndGet() <= 2) {
                        meet(meeting);
                    }
                    database.stores().accounts().markSignedIn(second.id(), LATER);
                    return "done";
                });
    }

    private static void meet(CyclicBarrier meeting) {
        try {
            meeting.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void migrations_of_two_nodes_at_once_agree() {
        var fresh = server.freshDatabase();

        var outcomes =
                Race.run(i -> {
                    if (i > 1) {
                        return 0;
                    }
                    try (var node =
                            Database.open(new DatabaseSettings.Postgres(fresh, null, null, 2))) {
                        node.migrate();
                        node.stores().accounts().insert(newUser(i + "@x.org", null));
                        return node.stores().accounts().list(0, 9).size();
                    }
                });

        assertThat(outcomes).allMatch(Integer.class::isInstance);
    }

    private void run(String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(jdbcUrl);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
