package dev.latchkey;

import dev.latchkey.core.Changes;
import dev.latchkey.core.Transactions;
import dev.latchkey.core.account.Administrators;
import dev.latchkey.core.account.ChangeAdministrator;
import dev.latchkey.core.account.CreateUser;
import dev.latchkey.core.account.PasswordMail;
import dev.latchkey.core.account.SendReset;
import dev.latchkey.core.account.SignUpRules;
import dev.latchkey.core.account.WaysIn;
import dev.latchkey.core.admin.AddUser;
import dev.latchkey.core.admin.EndSessions;
import dev.latchkey.core.admin.FindUsers;
import dev.latchkey.core.admin.ShowUser;
import dev.latchkey.core.admin.TakeIdentity;
import dev.latchkey.core.audit.Audit;
import dev.latchkey.core.factor.FactorGate;
import dev.latchkey.core.org.ChangeMembers;
import dev.latchkey.core.session.EndSession;
import dev.latchkey.core.session.ListSessions;
import dev.latchkey.core.token.ListApiTokens;
import dev.latchkey.core.token.RevokeApiToken;
import dev.latchkey.core.verification.VerificationMail;
import dev.latchkey.store.Stores;

import java.time.Clock;

/** What administrators do to other people's accounts, on the pages and on the command line. */
public final class UserAdministration {
    public final Administrators administrators;
    public final FindUsers find;
    public final ShowUser show;
    public final AddUser add;
    public final EndSessions end;
    public final TakeIdentity takeIdentity;
    public final SendReset sendReset;
    public final ChangeAdministrator changeAdministrator;

    UserAdministration(
            Stores stores,
            Administrators administrators,
            SignUpRules rules,
            CreateUser createUser,
            ChangeMembers members,
            PasswordMail passwords,
            VerificationMail verification,
            ListSessions listSessions,
            EndSession endSession,
            ListApiTokens listTokens,
            RevokeApiToken revokeToken,
            FactorGate gate,
            WaysIn waysIn,
            Transactions transactions,
            Changes changes,
            Audit audit,
            Clock clock) {
        var accounts = stores.accounts();
        this.administrators = administrators;
        find = new FindUsers(stores.accountSearch(), accounts, administrators);
        show =
                new ShowUser(
                        accounts,
                        stores.members(),
                        listSessions,
                        listTokens,
                        stores.identities(),
                        gate,
                        administrators);
        add =
                new AddUser(
                        createUser,
                        members,
                        stores.organizations(),
                        rules,
                        passwords,
                        verification,
                        audit);
        end = new EndSessions(accounts, endSession, revokeToken, administrators);
        takeIdentity =
                new TakeIdentity(stores.identities(), waysIn, administrators, transactions, audit);
        sendReset = new SendReset(accounts, administrators, passwords, transactions, audit);
        changeAdministrator =
                new ChangeAdministrator(
                        accounts,
                        stores.administratorSeats(),
                        administrators,
                        transactions,
                        changes,
                        audit,
                        clock);
    }
}
