package dev.latchkey.core.session;

import dev.latchkey.core.account.UserId;

/** Hears of every session that ends before its time, inside the transaction that ends it. */
public interface SessionEnds {

    void ended(Session session);

    /** Everything of a user ends, what outlives sessions too. */
    void allEnded(UserId user);
}
