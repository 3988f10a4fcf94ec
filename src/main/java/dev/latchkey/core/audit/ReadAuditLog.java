package dev.latchkey.core.audit;

import dev.latchkey.core.Origin;
import dev.latchkey.core.Refusal;
import dev.latchkey.core.Refused;
import dev.latchkey.core.Slice;
import dev.latchkey.core.Transactions;
import dev.latchkey.core.account.Accounts;
import dev.latchkey.core.account.Administrators;
import dev.latchkey.core.account.UserId;
import dev.latchkey.core.org.Organizations;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Locale;

/** Looks things up in the audit log, and takes them out of it in a file. */
public final class ReadAuditLog {
    /** How many events one page has at the most. */
    public static final int LONGEST_PAGE = 500;

    /** How many events one file has at the most: what more there is comes with an earlier end. */
    public static final int LONGEST_FILE = 10_000;

    /** The forms that a file may have. */
    public enum Format {
        CSV,
        JSON_LINES
    }

    /**
     * Events, newest first.
     *
     * @param next where the older ones begin, or null when there are none
     */
    public record Found(List<AuditEntry> entries, @Nullable AuditPlace next) {}

    private final AuditLog log;
    private final Accounts accounts;
    private final Organizations organizations;
    private final Administrators administrators;
    private final Transactions transactions;
    private final Audit audit;

    public ReadAuditLog(
            AuditLog log,
            Accounts accounts,
            Organizations organizations,
            Administrators administrators,
            Transactions transactions,
            Audit audit) {
        this.log = log;
        this.accounts = accounts;
        this.organizations = organizations;
        this.administrators = administrators;
        this.transactions = transactions;
        this.audit = audit;
    }

    /**
     * One page. Refuses with NotAllowed and InvalidInput.
     *
     * @param place {@link AuditPlace#text} of the page before, or empty for the newest
     * @param limit 1 to {@link #LONGEST_PAGE}
     */
    public Found page(AuditWish wish, String place, int limit, @Nullable UserId actor) {
        administrators.require(actor);
        var search = new AuditQuestion(accounts, organizations).read(wish);
        return find(search, place(place), Math.clamp(limit, 1, LONGEST_PAGE));
    }

    /**
     * The newest events that fit, for a file; that they were taken is an event, too. Refuses with
     * NotAllowed and InvalidInput.
     */
    public Found export(AuditWish wish, Format format, @Nullable UserId actor, Origin origin) {
        administrators.require(actor);
        var search = new AuditQuestion(accounts, organizations).read(wish);
        var found = find(search, null, LONGEST_FILE);
        var detail =
                format.name().toLowerCase(Locale.ROOT) + ", " + found.entries().size() + " events";
        transactions.writing(() ->
                audit.record(
                        AuditEvent.Kind.AUDIT_EXPORTED,
                        actor,
                        search.user(),
                        search.organization(),
                        origin,
                        detail));
        return found;
    }

    private Found find(AuditSearch search, @Nullable AuditPlace before, int limit) {
        var page = Slice.of(log.find(search, before, limit + 1), limit);
        return new Found(page.rows(), page.next(last -> AuditPlace.of(last.event())));
    }

    private static @Nullable AuditPlace place(String text) {
        return text.isEmpty()
                ? null
                : AuditPlace.parse(text)
                        .orElseThrow(() ->
                                new Refused(
                                        Refusal.InvalidInput.of(
                                                "place", "is no place in the log")));
    }
}
