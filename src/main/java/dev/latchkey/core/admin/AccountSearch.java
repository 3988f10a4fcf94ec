package dev.latchkey.core.admin;

import dev.latchkey.core.account.User;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** Finds accounts among millions: each question is answered from an index, a page at a time. */
public interface AccountSearch {

    /** What an account is known by, in the order in which it is looked for. */
    enum By {
        EMAIL,
        USER_NAME,
        NAME,
        LAST_NAME
    }

    /**
     * Newest first.
     *
     * @param status null for any
     * @param before the number of the last one that was seen; null at the beginning
     */
    List<User> newest(User.@Nullable Status status, @Nullable Long before, int limit);

    /**
     * Whatever begins with these characters, in any case, in order; whoever is found by something
     * earlier is left out.
     *
     * @param prefix not empty; no character of it stands for others
     * @param status null for any
     * @param after the number of the last one that was seen; null at the beginning
     */
    List<User> startingWith(
            By by, String prefix, User.@Nullable Status status, @Nullable Long after, int limit);
}
