package dev.latchkey.core.session;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.f4b6a3.uuid.UuidCreator;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

class SessionIdTest {
    private static final UUID ANOTHER = UUID.fromString("0199a000-0000-7abc-9d55-0123456789ab");

    @ParameterizedTest
    @ValueSource(longs = {1, 0x1F_FFFF, 0x20_0000, 3_720_000_000_000_000_000L, Long.MAX_VALUE})
    void its_uuid_is_of_version_7_and_leads_back_to_it(long number) {
        var id = new SessionId(number);

        assertThat(id.value().version()).isEqualTo(7);
        assertThat(id.value().variant()).isEqualTo(2);
        assertThat(SessionId.of(id.value())).isEqualTo(id);
        assertThat(id.toString()).isEqualTo(id.value().toString());
    }

    @Test
    void its_uuid_sorts_by_time_as_its_number_does() {
        for (int i = 0; i < 10_000; i++) {
            var one = new SessionId(ThreadLocalRandom.current().nextLong(1, Long.MAX_VALUE));
            var other = new SessionId(ThreadLocalRandom.current().nextLong(1, Long.MAX_VALUE));

            assertThat(Integer.signum(one.toString().compareTo(other.toString())))
                    .isEqualTo(Long.compare(one.number(), other.number()));
        }
    }

    @Test
    void time_and_last_bits_are_those_of_the_uuid_that_it_is_made_from() {
        var id = SessionId.from(ANOTHER);

        assertThat(id.number() >>> 21).isEqualTo(0x0199_a000_0000L);
        assertThat(id.number() & 0x1F_FFFF).isEqualTo(0x0123_4567_89abL & 0x1F_FFFF);
        assertThat(id.toString()).startsWith("0199a000-0000-7");
    }

    @Test
    void those_of_one_millisecond_are_hardly_ever_the_same() {
        var made =
                IntStream.range(0, 1000)
                        .mapToObj(_ -> SessionId.from(UuidCreator.getTimeOrderedEpoch()))
                        .collect(Collectors.toSet());

        assertThat(made).hasSizeGreaterThan(990);
    }

    @Test
    void a_uuid_with_any_other_bit_names_no_session() {
        var value = SessionId.from(ANOTHER).value();

        for (int bit = 0; bit < 64; bit++) {
            var mask = 1L << bit;
            assertThat(
                            names(
                                    value.getMostSignificantBits() ^ mask,
                                    value.getLeastSignificantBits()))
                    .isFalse();
            assertThat(
                            names(
                                    value.getMostSignificantBits(),
                                    value.getLeastSignificantBits() ^ mask))
                    .isFalse();
        }
        assertThat(names(0, 0)).isFalse();
        assertThat(names(-1, -1)).isFalse();
        assertThat(SessionId.of(ANOTHER)).isEqualTo(new SessionId(0));
    }

    private static boolean names(long most, long least) {
        return SessionId.of(new UUID(most, least)).number() != 0;
    }
}
