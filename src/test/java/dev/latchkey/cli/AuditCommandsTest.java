package dev.latchkey.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;

class AuditCommandsTest {
    private static final String ADA = "ada@example.org";
    @TempDir Path folder;
    private Terminal terminal;

    @BeforeEach
    void open() {
        terminal = new Terminal(folder);
        terminal.typeWithPassword("correct horse", "user", "create", ADA);
        terminal.type("org", "create", "Acme", "--slug", "acme", "--owner", ADA);
    }

    private Terminal.Said list(String... more) {
        var words = new java.util.ArrayList<>(java.util.List.of("audit", "list", "--json"));
        words.addAll(java.util.List.of(more));
        return terminal.type(words.toArray(String[]::new));
    }

    @Test
    void events_are_listed_newest_first_with_who_what_and_from_where() {
        var all = list().json();

        assertThat(all.get(0).get("kind").asString()).isEqualTo("ORGANIZATION_CREATED");
        assertThat(all.get(0).get("organization").asString()).isEqualTo("Acme");
        assertThat(all.get(0).get("subject").asString()).isEqualTo(ADA);
        assertThat(all.get(0).get("address").asString()).isEqualTo("local");
        assertThat(all.get(0).get("door").asString()).isEqualTo("cli latchkey org create");
    }

    @Test
    void each_filter_narrows_it_down() {
        assertThat(list("--kind", "user-created").json()).hasSize(1);
        assertThat(list("--user", ADA).json()).hasSizeGreaterThan(1);
        assertThat(list("--user", ADA, "--limit", "1").json()).hasSize(1);
        assertThat(list("--org", "acme").json()).hasSize(1);
        assertThat(list("--address", "192.0.2.1").json()).isEmpty();
        assertThat(list("--from", "2999-01-01").json()).isEmpty();
        assertThat(list("--until", "1999-01-01").json()).isEmpty();
        assertThat(list("--from", "2001-01-01T10:00", "--address", "local").json()).isNotEmpty();
    }

    @Test
    void what_is_wrong_is_said_all_at_once() {
        var refused = list("--kind", "NONSENSE", "--user", "no@body.org", "--from", "yesterday");

        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.err()).contains("kind", "user", "from");
        assertThat(list("--from", "+999999999-01-01").code()).isEqualTo(1);
        assertThat(list("--until", "9999-12-31").code()).isEqualTo(1);
    }
}
