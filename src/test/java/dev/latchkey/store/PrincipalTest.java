package dev.latchkey.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.latchkey.core.account.Email;
import dev.latchkey.core.account.User;
import dev.latchkey.core.account.UserId;
import dev.latchkey.core.org.OrgId;
import dev.latchkey.core.org.Role;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

class PrincipalTest {
    private static final Instant NOW = Instant.parse("2026-11-29T12:00:00.123Z");
    private static final UserId ADA = new UserId(UUID.randomUUID());

    private static Principal again(Principal principal) {
        return Principal.read(principal.user().id(), principal.column()).orElseThrow();
    }

    private static Principal.Place place(Instant lastUsed) {
        var organization = new OrgId(UUID.randomUUID());
        return new Principal.Place(organization, Role.ADMIN, NOW, NOW.plusMillis(1), lastUsed);
    }

    @Test
    void everything_comes_back_as_it_was() {
        var email = new Email("Ada@Exämple.org", "ada@exämple.org");
        var user =
                new User(
                        ADA,
                        Long.MAX_VALUE,
                        email,
                        "Čapek",
                        "Ада",
                        "愛".repeat(70_000),
                        User.Status.DISABLED,
                        true,
                        NOW,
                        "https://example.org/a.png",
                        Instant.EPOCH,
                        Instant.EPOCH.minusMillis(1),
                        NOW);
        var places = IntStream.range(0, 300).mapToObj(i -> place(i % 2 == 0 ? NOW : null)).toList();

        assertThat(again(new Principal(user, places))).isEqualTo(new Principal(user, places));
    }

    @Test
    void what_is_missing_is_missing_and_what_is_empty_is_empty() {
        var email = new Email("ada@example.org", "ada@example.org");
        var user =
                new User(
                        ADA,
                        1,
                        email,
                        null,
                        "",
                        "",
                        User.Status.ACTIVE,
                        false,
                        null,
                        null,
                        NOW,
                        NOW,
                        null);

        var read = again(new Principal(user, List.of()));

        assertThat(read).isEqualTo(new Principal(user, List.of()));
        assertThat(read.user().email().key()).isSameAs(read.user().email().text());
    }

    @Test
    void a_row_without_one_tells_nothing() {
        assertThat(Principal.read(ADA, null)).isEmpty();
        assertThat(Principal.read(ADA, new byte[0])).isEmpty();
    }

    /** A column that is spoilt must not end the server, nor the session. */
    @Test
    void a_column_that_ends_too_early_or_claims_too_much_tells_nothing() {
        var whole = new Principal(ada(), List.of(place(NOW))).column();
        for (int end = 0; end < whole.length; end++) {
            assertThat(Principal.read(ADA, Arrays.copyOf(whole, end))).as("%d", end).isEmpty();
        }

        // A text of two thousand million bytes, one of less than none, and as many places.
        var huge = new byte[] {-2, -1, -1, -1, 15};
        for (var claim : List.of(huge, new byte[] {3})) {
            var column = new byte[2 + claim.length];
            column[0] = 1;
            System.arraycopy(claim, 0, column, 2, claim.length);
            assertThat(Principal.read(ADA, column)).isEmpty();
        }
        var none = new Principal(ada(), List.of()).column();
        var places = Arrays.copyOf(none, none.length - 1 + huge.length);
        System.arraycopy(huge, 0, places, none.length - 1, huge.length);
        assertThat(Principal.read(ADA, places)).isEmpty();
    }

    @Test
    void no_byte_that_is_another_throws() {
        var whole = new Principal(ada(), List.of(place(NOW))).column();
        for (int at = 0; at < whole.length; at++) {
            for (int bit = 0; bit < 8; bit++) {
                var odd = whole.clone();
                odd[at] ^= (byte) (1 << bit);
                assertThatCode(() -> Principal.read(ADA, odd)).doesNotThrowAnyException();
            }
        }
    }

    private static User ada() {
        var email = new Email("ada@example.org", "ada@example.org");
        return new User(
                ADA,
                1,
                email,
                null,
                "Ada",
                "",
                User.Status.ACTIVE,
                false,
                NOW,
                null,
                NOW,
                NOW,
                null);
    }
}
