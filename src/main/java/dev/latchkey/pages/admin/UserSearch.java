package dev.latchkey.pages.admin;

import dev.latchkey.core.account.User;
import dev.latchkey.core.admin.AccountSearch;
import dev.latchkey.core.admin.FindUsers;
import dev.latchkey.http.Call;
import dev.latchkey.pages.Address;
import dev.latchkey.pages.Tab;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;

/**
 * What is looked for, as it stands in an address. What an address says wrongly is as if it were not
 * said.
 *
 * @param status {@code active}, {@code disabled} or empty
 */
record UserSearch(String text, String status, FindUsers.@Nullable Place after) {

    static UserSearch of(Call call) {
        var status = known(said(call, "status"));
        return new UserSearch(
                said(call, "q"), status == null ? "" : word(status), place(said(call, "after")));
    }

    FindUsers.Query query() {
        return new FindUsers.Query(text, known(status), after);
    }

    /** The address of the page that begins behind a place; the first when it is null. */
    String path(FindUsers.@Nullable Place behind) {
        return Address.of(
                Tab.USERS.path(),
                "q",
                text,
                "status",
                status,
                "after",
                behind == null ? "" : word(behind));
    }

    private static String said(Call call, String name) {
        return Objects.requireNonNullElse(call.query(name), "");
    }

    private static User.@Nullable Status known(String word) {
        return Arrays.stream(User.Status.values())
                .filter(status -> word(status).equals(word))
                .findFirst()
                .orElse(null);
    }

    private static String word(FindUsers.Place place) {
        return place.by() == null ? "-" + place.number() : word(place.by()) + "-" + place.number();
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    /** What {@link #word} made. */
    private static FindUsers.@Nullable Place place(String word) {
        var dash = word.indexOf('-');
        if (dash < 0 || !word.substring(dash + 1).matches("[0-9]{1,18}")) {
            return null;
        }
        var number = Long.parseLong(word.substring(dash + 1));
        return dash == 0
                ? new FindUsers.Place(null, number)
                : Arrays.stream(AccountSearch.By.values())
                        .filter(by -> word(by).equals(word.substring(0, dash)))
                        .map(by -> new FindUsers.Place(by, number))
                        .findFirst()
                        .orElse(null);
    }
}
