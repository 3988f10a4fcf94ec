package dev.latchkey.store;

import dev.latchkey.core.Changes;
import dev.latchkey.core.account.UserId;
import dev.latchkey.core.memory.Forgetting;

/** Tells this node after the commit, and the others with it. */
record SqlChanges(Sql sql, Forgetting forgetting) implements Changes {

    @Override
    public void of(UserId user) {
        tell(new Stale.OfUser(user));
    }

    @Override
    public void ofClient(String clientId) {
        tell(new Stale.OfClient(clientId));
    }

    @Override
    public void ofEverybody() {
        tell(new Stale.OfEverybody());
    }

    private void tell(Stale stale) {
        sql.engine().announce(sql.handle(), stale);
        sql.afterCommit(() -> stale.tell(forgetting));
    }
}
