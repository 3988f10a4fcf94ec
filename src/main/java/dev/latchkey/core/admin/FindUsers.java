package dev.latchkey.core.admin;

import dev.latchkey.core.Slice;
import dev.latchkey.core.Uuids;
import dev.latchkey.core.account.Accounts;
import dev.latchkey.core.account.Administrators;
import dev.latchkey.core.account.Email;
import dev.latchkey.core.account.User;
import dev.latchkey.core.account.UserId;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/** An administrator looks for accounts, page by page. */
public final class FindUsers {
    public static final int PAGE = 50;

    /**
     * What is looked for.
     *
     * @param text how an email, a user name or a name begins, or a whole id; blank for everybody
     * @param status null for any
     * @param after where the page before ended; null for the first
     */
    public record Query(String text, User.@Nullable Status status, @Nullable Place after) {}

    /**
     * Where a page ends.
     *
     * @param by what the last one was found by; null when everybody was asked for
     * @param number the last one's
     */
    public record Place(AccountSearch.@Nullable By by, long number) {}

    /**
     * At most {@link #PAGE} accounts.
     *
     * @param next where the next page begins; null when this is the last
     */
    public record Page(List<User> users, @Nullable Place next) {}

    private record Found(AccountSearch.@Nullable By by, User user) {}

    private final AccountSearch search;
    private final Accounts accounts;
    private final Administrators administrators;

    public FindUsers(AccountSearch search, Accounts accounts, Administrators administrators) {
        this.search = search;
        this.accounts = accounts;
        this.administrators = administrators;
    }

    /**
     * Refuses with NotAllowed.
     *
     * @param actor null for the command line
     */
    public Page run(Query query, @Nullable UserId actor) {
        administrators.require(actor);
        var text = query.text().strip().replaceAll("\\s+", " ");
        if (text.isEmpty()) {
            return page(newest(query));
        }
        // Nothing that is looked for is longer.
        if (text.length() > Email.LONGEST) {
            return page(List.of());
        }
        var byId = Uuids.parse(text).map(UserId::new).flatMap(accounts::find);
        return byId.isPresent()
                ? page(List.of(new Found(null, byId.get())))
                : page(startingWith(text, query));
    }

    private List<Found> newest(Query query) {
        var before = query.after() == null ? null : query.after().number();
        return search.newest(query.status(), before, PAGE + 1).stream()
                .map(user -> new Found(null, user))
                .toList();
    }

    private List<Found> startingWith(String prefix, Query query) {
        var after = query.after();
        var begun = after == null ? null : after.by();
        List<Found> found = new ArrayList<>();
        for (var by : AccountSearch.By.values()) {
            if (found.size() <= PAGE && (begun == null || by.compareTo(begun) >= 0)) {
                var from = after != null && by == begun ? after.number() : null;
                search.startingWith(by, prefix, query.status(), from, PAGE + 1 - found.size())
                        .forEach(user -> found.add(new Found(by, user)));
            }
        }
        return found;
    }

    private static Page page(List<Found> found) {
        var page = Slice.of(found, PAGE);
        return new Page(
                page.rows().stream().map(Found::user).toList(),
                page.next(last -> new Place(last.by(), last.user().number())));
    }
}
