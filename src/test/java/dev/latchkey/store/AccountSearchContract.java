package dev.latchkey.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.core.account.Accounts;
import dev.latchkey.core.account.User;
import dev.latchkey.core.account.User.Status;
import dev.latchkey.core.account.UserId;
import dev.latchkey.core.admin.AccountSearch;
import dev.latchkey.core.admin.AccountSearch.By;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

interface AccountSearchContract extends StoreContract {

    private AccountSearch search() {
        return stores().accountSearch();
    }

    private User user(String email, @Nullable String userName, String first, String last) {
        return stores().accounts()
                .insert(
                        new Accounts.NewUser(
                                new UserId(UUID.randomUUID()),
                                Samples.email(email),
                                userName,
                                first,
                                last,
                                false,
                                null,
                                null,
                                NOW));
    }

    private List<User> by(By by, String prefix) {
        return search().startingWith(by, prefix, null, null, 10);
    }

    @Test
    default void everybody_is_found_by_the_beginning_of_what_they_are_known_by_in_any_case() {
        var user = user("Countess@example.org", "Enchantress", "Ada", "Šimková");

        assertThat(by(By.EMAIL, "COUNT")).containsExactly(user);
        assertThat(by(By.USER_NAME, "enchant")).containsExactly(user);
        assertThat(by(By.NAME, "ada š")).containsExactly(user);
        assertThat(by(By.LAST_NAME, "šIM")).containsExactly(user);
        assertThat(by(By.EMAIL, "ountess")).isEmpty();
        assertThat(by(By.LAST_NAME, "ada")).isEmpty();
    }

    @Test
    default void no_character_stands_for_others() {
        var odd = user("100%_'sure@example.org", null, "%", "_");
        user("100x@example.org", null, "a", "b");

        assertThat(by(By.EMAIL, "100%")).containsExactly(odd);
        assertThat(by(By.EMAIL, "100%_'")).containsExactly(odd);
        assertThat(by(By.EMAIL, "_")).isEmpty();
        assertThat(by(By.NAME, "%")).containsExactly(odd);
        assertThat(by(By.EMAIL, "' OR 1=1 --")).isEmpty();
        assertThat(by(By.EMAIL, "a\0")).isEmpty();
        assertThat(by(By.EMAIL, "a\uD800")).isEmpty();
    }

    @Test
    default void who_is_found_by_something_earlier_is_left_out_later() {
        var both = user("ada@example.org", "ada", "Ada", "Adams");
        var name = user("countess@example.org", null, "Ada", "Lovelace");

        assertThat(by(By.EMAIL, "ada")).containsExactly(both);
        assertThat(by(By.USER_NAME, "ada")).isEmpty();
        assertThat(by(By.NAME, "ada")).containsExactly(name);
        assertThat(by(By.LAST_NAME, "ada")).isEmpty();
    }

    @Test
    default void pages_follow_each_other_and_statuses_are_merged_in_order() {
        List<User> all = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            all.add(user("ada" + i + "@example.org", null, "Same", "Name"));
        }
        var disabled = all.get(3);
        stores().accounts().setStatus(disabled.id(), Status.DISABLED, NOW);

        assertThat(numbers(By.EMAIL, "ada", null))
                .isEqualTo(all.stream().map(User::number).toList());
        assertThat(numbers(By.NAME, "same", null))
                .isEqualTo(all.stream().map(User::number).toList());
        assertThat(numbers(By.NAME, "same", Status.DISABLED)).containsExactly(disabled.number());
        assertThat(numbers(By.NAME, "same", Status.ACTIVE))
                .hasSize(6)
                .doesNotContain(disabled.number());
        assertThat(search().startingWith(By.NAME, "same", null, -1L, 3)).isEmpty();
    }

    private List<Long> numbers(By by, String prefix, @Nullable Status status) {
        List<Long> numbers = new ArrayList<>();
        var page = search().startingWith(by, prefix, status, null, 3);
        while (!page.isEmpty()) {
            page.forEach(user -> numbers.add(user.number()));
            page = search().startingWith(by, prefix, status, page.getLast().number(), 3);
        }
        return numbers;
    }

    @Test
    default void the_newest_come_first() {
        var first = samples().user();
        var second = samples().user();
        var third = samples().user();
        stores().accounts().setStatus(second.id(), Status.DISABLED, NOW);

        assertThat(search().newest(null, null, 2))
                .extracting(User::id)
                .containsExactly(third.id(), second.id());
        assertThat(search().newest(null, second.number(), 2)).containsExactly(first);
        assertThat(search().newest(Status.ACTIVE, null, 9)).containsExactly(third, first);
        assertThat(search().newest(Status.DISABLED, null, 9))
                .extracting(User::id)
                .containsExactly(second.id());
    }

    @Test
    default void a_changed_name_is_found_and_the_old_one_is_not() {
        var user = user("ada@example.org", null, "Ada", "Byron");

        stores().accounts().setProfile(user.id(), "Ada", "Lovelace", null, LATER);

        assertThat(by(By.LAST_NAME, "byron")).isEmpty();
        assertThat(by(By.LAST_NAME, "love")).extracting(User::id).containsExactly(user.id());
        assertThat(by(By.NAME, "ada love")).extracting(User::id).containsExactly(user.id());
    }

    /** How the engine means to answer, in its own words. */
    List<String> plan(Statement question);

    @Test
    default void an_index_answers_every_question() {
        crowd();
        var store = new SqlAccountSearch(database().sql());

        for (var by : By.values()) {
            var question =
                    explained(store.question(by, null))
                            .bind("key", "n7")
                            .bind("number", 0L)
                            .bind("end", "n8")
                            .bind("limit", 50);
            var plan =
                    String.join(
                            "\n", plan(by == By.EMAIL ? question : question.bind("from", "n7")));
            assertThat(plan)
                    .as(by.name())
                    .contains("users_by_" + by.name().toLowerCase(java.util.Locale.ROOT))
                    .doesNotContain("Seq Scan", "SCAN users");
        }
    }

    private Statement explained(String question) {
        var word =
                database().sql().engine() instanceof SqliteEngine
                        ? "EXPLAIN QUERY PLAN "
                        : "EXPLAIN ";
        return database().sql().statement(word + question);
    }

    private void crowd() {
        var id =
                database().sql().engine() instanceof SqliteEngine
                        ? "randomblob(16)"
                        : "gen_random_uuid()";
        database()
                .sql()
                .statement(
                        """
                        INSERT INTO users (id, email, email_key, user_name, user_name_key,
                                           first_name, last_name, name_key, last_name_key,
                                           status, administrator, created_at, updated_at)
                        WITH RECURSIVE n (i) AS
                             (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 20000)
                        SELECT %s, 'n' || i, 'n' || i, 'n' || i, 'n' || i,
                               '', 'n' || i, 'n' || i, 'n' || i, 'ACTIVE', FALSE, 0, 0
                          FROM n
                        """
                                .formatted(id))
                .execute();
        database().sql().statement("ANALYZE users").execute();
    }
}
