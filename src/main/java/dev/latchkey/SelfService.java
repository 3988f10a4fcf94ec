package dev.latchkey;

import dev.latchkey.core.Changes;
import dev.latchkey.core.Transactions;
import dev.latchkey.core.account.ChangeProfile;
import dev.latchkey.core.audit.Audit;
import dev.latchkey.store.Stores;

import java.time.Clock;

/** What people do to their own account, from the account pages. */
public final class SelfService {
    public final ChangeProfile changeProfile;

    SelfService(
            Stores stores, Transactions transactions, Changes changes, Audit audit, Clock clock) {
        changeProfile = new ChangeProfile(stores.accounts(), transactions, changes, audit, clock);
    }
}
