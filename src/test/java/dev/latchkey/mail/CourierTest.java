package dev.latchkey.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.github.f4b6a3.uuid.UuidCreator;
import com.icegreen.greenmail.util.GreenMail;

import dev.latchkey.core.key.Sealer;
import dev.latchkey.core.mail.Message;
import dev.latchkey.crypto.MasterKey;
import dev.latchkey.crypto.SealerAes;
import dev.latchkey.store.Database;
import dev.latchkey.store.DatabaseSettings;
import dev.latchkey.testkit.MovableClock;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

class CourierTest {
    @TempDir private Path folder;

    private final MovableClock clock = new MovableClock(Instant.parse("2026-11-22T10:00:00Z"));
    private final Sealer sealer =
            new SealerAes(MasterKey.ofText("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="));
    private final AtomicInteger wakes = new AtomicInteger();
    private GreenMail mail = new GreenMail(Letters.onAnyPort());
    private Database database;

    @BeforeEach
    void open() {
        mail.start();
        database = Database.open(new DatabaseSettings.Sqlite(folder.resolve("latchkey.db"), 4));
        database.migrate();
    }

    @AfterEach
    void close() {
        database.close();
        mail.stop();
    }

    @Test
    void a_message_goes_out_when_its_transaction_commits() {
        send("first");

        assertThat(wakes).hasValue(1);
        try (var courier = courier()) {
            assertThat(courier.deliverDue()).isEqualTo(1);
            assertThat(courier.deliverDue()).isZero();
        }
        assertThat(subjects()).containsExactly("first");
    }

    @Test
    void a_message_goes_nowhere_when_its_transaction_fails() {
        assertThatIllegalStateException()
                .isThrownBy(() ->
                        database.transactions()
                                .writing(() -> {
                                    post().send(message("never"));
                                    throw new IllegalStateException("changed my mind");
                                }));

        assertThat(wakes).hasValue(0);
        try (var courier = courier()) {
            assertThat(courier.deliverDue()).isZero();
        }
        assertThat(subjects()).isEmpty();
    }

    @Test
    void a_waiting_message_cannot_be_read_in_the_database() throws Exception {
        send("subject-in-the-clear");

        var found = new ArrayList<String>();
        try (var files = Files.list(folder)) {
            for (var file : files.toList()) {
                found.add(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
            }
        }
        assertThat(found)
                .isNotEmpty()
                .noneMatch(
                        bytes -> bytes.contains("in-the-clear") || bytes.contains("ada@example"));
    }

    @Test
    void what_a_dead_server_did_not_take_is_delivered_once_when_it_is_back() {
        send("patient");
        var setup = Letters.onAnyPort().port(mail.getSmtp().getPort());
        mail.stop();

        try (var courier = courier(setup.getPort())) {
            assertThat(courier.deliverDue()).isEqualTo(1);
            assertThat(courier.deliverDue()).isZero();
            clock.advance(Duration.ofSeconds(5));
            assertThat(courier.deliverDue()).isEqualTo(1);
            clock.advance(Duration.ofSeconds(9));
            assertThat(courier.deliverDue()).isZero();

            mail = new GreenMail(setup);
            mail.start();
            clock.advance(Duration.ofSeconds(1));
            assertThat(courier.deliverDue()).isEqualTo(1);
            clock.advance(Duration.ofDays(1));
            assertThat(courier.deliverDue()).isZero();
        }

        assertThat(subjects()).containsExactly("patient");
    }

    @Test
    void pauses_grow_to_an_hour_and_end_after_three_days() {
        send("hopeless");
        var port = mail.getSmtp().getPort();
        mail.stop();
        var start = clock.instant();
        var tries = new ArrayList<Long>();

        try (var courier = courier(port)) {
            while (clock.instant().isBefore(start.plus(Duration.ofDays(4)))) {
                if (courier.deliverDue() == 1) {
                    tries.add(Duration.between(start, clock.instant()).toSeconds());
                }
                clock.advance(Duration.ofSeconds(5));
            }
        }

        assertThat(tries)
                .startsWith(0L, 5L, 15L, 35L, 75L, 155L, 315L, 635L, 1275L, 2555L, 5115L, 8715L);
        assertThat(tries.getLast())
                .isBetween(Duration.ofDays(3).toSeconds(), Duration.ofDays(3).toSeconds() + 3600);
    }

    @Test
    void a_message_to_no_address_is_given_up_and_the_next_goes_out() {
        database.transactions().writing(() -> post().send(new Message("nobody", "x", "x")));
        send("next");

        try (var courier = courier()) {
            assertThat(courier.deliverDue()).isEqualTo(2);
            clock.advance(Duration.ofDays(1));
            assertThat(courier.deliverDue()).isZero();
        }

        assertThat(subjects()).containsExactly("next");
    }

    @Test
    void parallel_transactions_and_two_couriers_deliver_each_message_once() throws Exception {
        var wanted =
                IntStream.range(0, 64).mapToObj(i -> "message " + i).collect(Collectors.toSet());

        try (var one = courier();
                var two = courier();
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            one.start();
            two.start();
            threads.invokeAll(
                    wanted.stream()
                            .<Callable<Boolean>>map(subject ->
                                    () -> {
                                        database.transactions()
                                                .writing(() ->
                                                        post(one, two).send(message(subject)));
                                        return true;
                                    })
                            .toList());
            assertThat(mail.waitForIncomingEmail(30_000, 64)).isTrue();
        }

        assertThat(subjects()).hasSize(64);
        assertThat(Set.copyOf(subjects())).isEqualTo(wanted);
    }

    @Test
    void a_courier_that_never_started_closes() {
        courier().close();
    }

    private void send(String subject) {
        database.transactions().writing(() -> post().send(message(subject)));
    }

    private static Message message(String subject) {
        return new Message("ada@example.org", subject, "the text of " + subject);
    }

    private QueuedPost post(Courier... couriers) {
        Runnable wake =
                () -> {
                    wakes.incrementAndGet();
                    Arrays.stream(couriers).forEach(Courier::wake);
                };
        return new QueuedPost(
                database.stores().mailQueue(),
                sealer,
                database.transactions(),
                wake,
                clock,
                UuidCreator::getTimeOrderedEpoch);
    }

    private Courier courier() {
        return courier(mail.getSmtp().getPort());
    }

    private Courier courier(int port) {
        var server = new SmtpServer("localhost", port, SmtpServer.Security.NONE, null, null);
        return new Courier(
                database.stores().mailQueue(),
                sealer,
                new SmtpDelivery(server, Letters.FROM),
                clock);
    }

    private List<String> subjects() {
        return Arrays.stream(mail.getReceivedMessages()).map(CourierTest::subject).toList();
    }

    private static String subject(jakarta.mail.Message message) {
        try {
            return message.getSubject();
        } catch (jakarta.mail.MessagingException e) {
            throw new AssertionError(e);
        }
    }
}
