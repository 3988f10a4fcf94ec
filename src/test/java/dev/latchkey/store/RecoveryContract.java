package dev.latchkey.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.latchkey.testkit.Race;
import dev.latchkey.testkit.TablesAway;

import org.junit.jupiter.api.Test;

interface RecoveryContract extends StoreContract {

    String jdbcUrl();

    @Test
    default void a_broken_database_fails_every_caller_and_comes_back_by_itself() {
        var user = samples().user();
        assertThat(database().isReady()).isTrue();

        try (var _ = new TablesAway(jdbcUrl())) {
            assertThat(database().isReady()).isFalse();
            assertThatExceptionOfType(RuntimeException.class)
                    .isThrownBy(() -> stores().accounts().find(user.id()));
            assertThat(Race.run(_ -> samples().user()))
                    .allMatch(RuntimeException.class::isInstance);
        }

        assertThat(database().isReady()).isTrue();
        assertThat(stores().accounts().find(user.id())).contains(user);
        assertThat(Race.run(_ -> samples().user().id())).doesNotHaveDuplicates();
        assertThat(stores().accounts().list(0, 100)).hasSize(Race.RUNNERS + 1);
    }
}
