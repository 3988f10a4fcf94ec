package dev.latchkey.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.latchkey.core.account.Email;
import dev.latchkey.testkit.TablesAway;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;

class QuietTest {
    @TempDir private Path folder;

    @Test
    void an_error_never_holds_the_values_of_its_statement() {
        var file = folder.resolve("latchkey.db");
        var ada = Email.parse("ada@example.com").orElseThrow();
        try (var database = Database.open(new DatabaseSettings.Sqlite(file, 2))) {
            database.migrate();
            try (var _ = new TablesAway("jdbc:sqlite:" + file)) {
                var problem = catchThrowable(() -> database.stores().accounts().findByEmail(ada));

                var told = new StringWriter();
                problem.printStackTrace(new PrintWriter(told));
                assertThat(told.toString()).contains("users").doesNotContain("ada@example.com");
            }
        }
    }
}
