package dev.latchkey.pages.admin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.core.account.ChangeProfile;
import dev.latchkey.core.account.User;
import dev.latchkey.core.account.User.Status;
import dev.latchkey.testkit.Visitor;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UsersPageTest {
    private static final String PATH = "/admin/users";
    private static final Pattern ROW = Pattern.compile("href=\"/admin/users/([0-9a-f-]{36})\"");
    private static final Pattern NEXT = Pattern.compile("href=\"([^\"]*)\" rel=\"next\"");

    private Office office;
    private Visitor root;
    private List<User> crowd;

    @BeforeAll
    void start() {
        office = new Office(Map.of());
        crowd =
                IntStream.range(0, 120)
                        .mapToObj(i -> office.server.loneUser("crowd" + i + "@example.org"))
                        .toList();
        office.server
                .core()
                .changeStatus
                .run(crowd.getFirst().id(), Status.DISABLED, null, Office.ORIGIN);
        root = office.root();
    }

    @AfterAll
    void stop() {
        office.close();
    }

    private List<String> found(String query) {
        var page = root.get(PATH + "?" + query);
        assertThat(page.status()).as(page.text()).isEqualTo(200);
        return ids(page.text());
    }

    private static List<String> ids(String html) {
        return ROW.matcher(html).results().map(row -> row.group(1)).toList();
    }

    @Test
    void fifty_are_on_a_page_and_everybody_is_on_one() {
        for (var query : new String[] {"", "q=crowd", "q=Ada"}) {
            var seen = new HashSet<String>();
            var page = root.get(PATH + "?" + query);
            var ids = ids(page.text());
            assertThat(ids).hasSize(50);
            while (true) {
                assertThat(ids(page.text())).allMatch(seen::add);
                var next = NEXT.matcher(page.text());
                if (!next.find()) {
                    break;
                }
                page = root.get(next.group(1).replace("&amp;", "&"));
            }
            assertThat(seen).containsAll(crowd.stream().map(user -> user.id().toString()).toList());
        }
    }

    @Test
    void somebody_is_found_by_the_beginning_of_a_name_or_by_the_whole_id() {
        var ada = office.ada.id().toString();

        assertThat(found("q=ADA%40exa")).containsExactly(ada);
        assertThat(found("q=" + ada)).containsExactly(ada);
        assertThat(found("q=+ada++lovel")).contains(ada).hasSize(50);
        assertThat(found("q=" + ada.substring(1))).isEmpty();
        assertThat(root.get(PATH + "/" + ada.substring(1)).status()).isEqualTo(404);
        assertThat(found("q=exa")).isEmpty();
        assertThat(found("q=root")).hasSize(1);
    }

    @Test
    void a_status_filters() {
        var disabled = crowd.getFirst().id().toString();

        assertThat(found("status=disabled")).containsExactly(disabled);
        assertThat(found("q=crowd0&status=disabled")).containsExactly(disabled);
        assertThat(found("q=crowd0&status=active")).isEmpty();
        assertThat(found("status=nonsense")).hasSize(50);
    }

    @ParameterizedTest
    @ValueSource(strings = {"%25", "_", "%27", "%27+OR+1%3D1--", "crowd%25", "%F0%9F%98%80"})
    void no_character_stands_for_others(String query) {
        assertThat(found("q=" + query)).isEmpty();
    }

    @Test
    void what_was_typed_is_kept_and_is_text() {
        var page = root.get(PATH + "?q=%22%3E%3Cb%3Ex&status=disabled");

        assertThat(page.text())
                .contains("value=\"&#34;>&lt;b>x\"", "Nobody is found.")
                .doesNotContain("<b>x");
    }

    @ParameterizedTest
    @ValueSource(strings = {"%00", "%FF", "%C3%28"})
    void an_address_that_holds_no_text_is_told_on_a_page(String query) {
        for (var path : new String[] {PATH, "/auth/login"}) {
            var page = root.get(path + "?ui_locales=" + query + "&q=" + query);

            assertThat(page.status()).isIn(200, 400);
            assertThat(page.text()).contains("<h1>");
        }
        assertThat(root.get(PATH + "?q=" + query).status()).isEqualTo(400);
    }

    @Test
    void a_huge_query_finds_nobody() {
        assertThat(found("q=" + "a".repeat(255))).isEmpty();
        assertThat(found("q=" + "a".repeat(4000))).isEmpty();
        assertThat(root.get(PATH + "?q=" + "a".repeat(100_000)).status()).isBetween(400, 499);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "after=x",
                "after=-",
                "after=name",
                "after=name--1",
                "after=%27-1",
                "after=-99999999999999999999999"
            })
    void a_place_that_is_none_is_the_first_page(String query) {
        assertThat(found(query)).isEqualTo(found(""));
    }

    @Test
    void nobody_else_looks_anybody_up() {
        assertThat(office.stranger().get(PATH).header("Location")).contains("/auth/login");
        var refused = office.ada().get(PATH + "?q=root");
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.text()).doesNotContain(Office.ROOT);
    }

    @Test
    void an_html_name_is_text() {
        var odd = office.server.loneUser("odd@example.org").id();
        office.server
                .core()
                .selfService
                .changeProfile
                .run(
                        new ChangeProfile.Command(
                                odd, "<script>alert(1)</script>", "", null, Office.ORIGIN));

        var page = root.get(PATH + "?q=%3Cscript");

        assertThat(ids(page.text())).containsExactly(odd.toString());
        assertThat(page.text()).contains("&lt;script&gt;alert").doesNotContain("<script");
        assertThat(root.get(PATH + "/" + odd).text()).doesNotContain("<script");
    }
}
