package dev.latchkey.store;

import dev.latchkey.core.Changes;
import dev.latchkey.core.account.UserId;
import dev.latchkey.core.session.Forgetting;

/** Tells this node after the commit, and the others with it. */
record SqlChanges(Sql sql, Forgetting forgetting) implements Changes {

    @Override
    public void of(UserId user) {
        sql.engine().announce(sql.handle(), user);
        sql.afterCommit(() -> forgetting.forget(user));
    }
}
