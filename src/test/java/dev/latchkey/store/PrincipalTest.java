package dev.latchkey.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.core.account.Email;
import dev.latchkey.core.account.User;
import dev.latchkey.core.account.UserId;
import dev.latchkey.core.org.OrgId;
import dev.latchkey.core.org.Role;

import org.junit.jupiter.api.Test;

import java.time.Instant;
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
}
