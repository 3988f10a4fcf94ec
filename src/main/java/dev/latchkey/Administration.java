package dev.latchkey;

import dev.latchkey.core.Transactions;
import dev.latchkey.core.account.Administrators;
import dev.latchkey.core.audit.Audit;
import dev.latchkey.core.audit.ReadAuditLog;
import dev.latchkey.store.Stores;

/** What administrators do to the whole server, apart from applications and keys. */
public final class Administration {
    public final ReadAuditLog readAuditLog;

    Administration(Stores stores, Transactions transactions, Audit audit) {
        var administrators = new Administrators(stores.accounts());
        readAuditLog =
                new ReadAuditLog(
                        stores.auditLog(),
                        stores.accounts(),
                        stores.organizations(),
                        administrators,
                        transactions,
                        audit);
    }
}
