package dev.latchkey.store;

import dev.latchkey.core.account.Accounts;
import dev.latchkey.core.account.EmailChanges;
import dev.latchkey.core.account.LastAdministrator;
import dev.latchkey.core.account.ResetTokens;
import dev.latchkey.core.account.SetupLinks;
import dev.latchkey.core.account.WaysIn;
import dev.latchkey.core.admin.AccountSearch;
import dev.latchkey.core.audit.AuditLog;
import dev.latchkey.core.client.ClientRegistry;
import dev.latchkey.core.client.Consents;
import dev.latchkey.core.code.AuthorizationCodes;
import dev.latchkey.core.code.ClientGrants;
import dev.latchkey.core.code.ClientRefreshTokens;
import dev.latchkey.core.code.LogoutNotices;
import dev.latchkey.core.factor.Enrolments;
import dev.latchkey.core.factor.Passkeys;
import dev.latchkey.core.factor.RecoveryCodes;
import dev.latchkey.core.factor.TotpSecrets;
import dev.latchkey.core.federation.Identities;
import dev.latchkey.core.figure.HourlyFigures;
import dev.latchkey.core.key.OneTimes;
import dev.latchkey.core.key.SigningKeys;
import dev.latchkey.core.mail.MailQueue;
import dev.latchkey.core.org.DomainClaims;
import dev.latchkey.core.org.Invitations;
import dev.latchkey.core.org.Members;
import dev.latchkey.core.org.Organizations;
import dev.latchkey.core.session.RefreshTokens;
import dev.latchkey.core.session.Sessions;
import dev.latchkey.core.signin.LoginFlows;
import dev.latchkey.core.token.ApiTokens;
import dev.latchkey.core.verification.VerificationTokens;

/** Every store of one database, for whoever wires. */
public record Stores(
        Accounts accounts,
        AccountSearch accountSearch,
        LastAdministrator.Seats administratorSeats,
        SetupLinks setupLinks,
        Organizations organizations,
        Members members,
        Invitations invitations,
        DomainClaims domainClaims,
        Sessions sessions,
        RefreshTokens refreshTokens,
        ApiTokens apiTokens,
        VerificationTokens verificationTokens,
        ResetTokens resetTokens,
        EmailChanges emailChanges,
        LoginFlows loginFlows,
        Identities identities,
        TotpSecrets totpSecrets,
        RecoveryCodes recoveryCodes,
        Passkeys passkeys,
        Enrolments enrolments,
        WaysIn.Count waysIn,
        AuthorizationCodes authorizationCodes,
        ClientRegistry clients,
        ClientGrants clientGrants,
        ClientRefreshTokens clientRefreshTokens,
        Consents consents,
        LogoutNotices logoutNotices,
        SigningKeys signingKeys,
        OneTimes oneTimes,
        AuditLog auditLog,
        HourlyFigures hourlyFigures,
        MailQueue mailQueue) {

    static Stores in(Sql sql) {
        return new Stores(
                new SqlAccounts(sql),
                new SqlAccountSearch(sql),
                new SqlAdministratorSeats(sql),
                new SqlSetupLinks(sql),
                new SqlOrganizations(sql),
                new SqlMembers(sql),
                new SqlInvitations(sql),
                new SqlDomainClaims(sql),
                new SqlSessions(sql),
                new SqlRefreshTokens(sql),
                new SqlApiTokens(sql),
                new SqlVerificationTokens(sql),
                new SqlResetTokens(sql),
                new SqlEmailChanges(sql),
                new SqlLoginFlows(sql),
                new SqlIdentities(sql),
                new SqlTotpSecrets(sql),
                new SqlRecoveryCodes(sql),
                new SqlPasskeys(sql),
                new SqlEnrolments(sql),
                new SqlWaysIn(sql),
                new SqlAuthorizationCodes(sql),
                new SqlClientRegistry(sql),
                new SqlClientGrants(sql),
                new SqlClientRefreshTokens(sql),
                new SqlConsents(sql),
                new SqlLogoutNotices(sql),
                new SqlSigningKeys(sql),
                new SqlOneTimes(sql),
                new SqlAuditLog(sql),
                new SqlHourlyFigures(sql),
                new SqlMailQueue(sql));
    }
}
