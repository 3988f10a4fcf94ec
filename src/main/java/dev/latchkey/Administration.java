package dev.latchkey;

import dev.latchkey.config.Config;
import dev.latchkey.core.Changes;
import dev.latchkey.core.Transactions;
import dev.latchkey.core.account.Administrators;
import dev.latchkey.core.audit.Audit;
import dev.latchkey.core.audit.ReadAuditLog;
import dev.latchkey.core.federation.Providers;
import dev.latchkey.core.federation.ShowProviders;
import dev.latchkey.core.figure.CountHours;
import dev.latchkey.core.figure.ShowFigures;
import dev.latchkey.core.org.ChangeOrganization;
import dev.latchkey.core.org.FindOrganizations;
import dev.latchkey.core.org.ProveDomain;
import dev.latchkey.core.org.RevokeInvitation;
import dev.latchkey.core.password.Hashing;
import dev.latchkey.dns.TextRecords;
import dev.latchkey.store.Stores;

import java.time.Clock;

/** What administrators do to the whole server, apart from users, applications and keys. */
public final class Administration {
    public final ReadAuditLog readAuditLog;
    public final FindOrganizations findOrganizations;
    public final ChangeOrganization changeOrganization;
    public final RevokeInvitation revokeInvitation;
    public final ProveDomain proveDomain;
    public final CountHours countHours;
    public final ShowFigures showFigures;
    public final ShowProviders showProviders;

    Administration(
            Config config,
            Stores stores,
            Administrators administrators,
            Hashing hashing,
            Providers providers,
            Transactions transactions,
            Changes changes,
            Audit audit,
            Clock clock) {
        readAuditLog =
                new ReadAuditLog(
                        stores.auditLog(),
                        stores.accounts(),
                        stores.organizations(),
                        administrators,
                        transactions,
                        audit);
        findOrganizations =
                new FindOrganizations(
                        stores.organizations(),
                        stores.members(),
                        stores.invitations(),
                        stores.domainClaims(),
                        administrators,
                        clock);
        changeOrganization =
                new ChangeOrganization(
                        stores.organizations(),
                        administrators,
                        transactions,
                        changes,
                        audit,
                        clock);
        revokeInvitation =
                new RevokeInvitation(stores.invitations(), administrators, transactions, audit);
        proveDomain =
                new ProveDomain(
                        stores.organizations(),
                        stores.domainClaims(),
                        new TextRecords(config.dns().server()),
                        administrators,
                        transactions,
                        audit,
                        clock);
        countHours =
                new CountHours(
                        stores.hourlyFigures(),
                        hashing::overloads,
                        config.session().idle(),
                        transactions,
                        clock);
        showFigures = new ShowFigures(stores.hourlyFigures(), administrators, clock);
        showProviders =
                new ShowProviders(
                        providers, stores.identities(), administrators, transactions, audit);
    }
}
