package dev.latchkey.core.org;

import dev.latchkey.core.Changes;
import dev.latchkey.core.Ids;
import dev.latchkey.core.Origin;
import dev.latchkey.core.Refusal;
import dev.latchkey.core.Refused;
import dev.latchkey.core.Transactions;
import dev.latchkey.core.account.Accounts;
import dev.latchkey.core.account.Administrators;
import dev.latchkey.core.account.Email;
import dev.latchkey.core.account.User;
import dev.latchkey.core.account.UserId;
import dev.latchkey.core.audit.Audit;
import dev.latchkey.core.audit.AuditEvent;

import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.util.Optional;

/** Founds an organization. */
public final class CreateOrganization {
    private final Organizations organizations;
    private final Members members;
    private final Accounts accounts;
    private final Administrators administrators;
    private final Transactions transactions;
    private final Changes changes;
    private final Audit audit;
    private final Clock clock;
    private final Ids ids;

    public CreateOrganization(
            Organizations organizations,
            Members members,
            Accounts accounts,
            Administrators administrators,
            Transactions transactions,
            Changes changes,
            Audit audit,
            Clock clock,
            Ids ids) {
        this.organizations = organizations;
        this.members = members;
        this.accounts = accounts;
        this.administrators = administrators;
        this.transactions = transactions;
        this.changes = changes;
        this.audit = audit;
        this.clock = clock;
        this.ids = ids;
    }

    /**
     * For somebody, by an administrator. Without a slug one is made from the name. Refuses with
     * NotAllowed, InvalidInput, SlugTaken, and AccountUnknown when there is no such owner.
     *
     * @param owner null when nobody belongs to it yet
     * @param actor null for the command line
     */
    public Organization run(
            String name,
            @Nullable String slug,
            @Nullable UserId owner,
            @Nullable UserId actor,
            Origin origin) {
        administrators.require(actor);
        if (owner != null) {
            accounts.require(owner);
        }
        return found(name, slug, owner, actor, origin);
    }

    /**
     * The same for the owner with this address, who has an account here; for nobody when it is
     * null. Refuses with InvalidInput, too, when nobody has it.
     */
    public Organization ownedBy(
            @Nullable String owner,
            String name,
            @Nullable String slug,
            @Nullable UserId actor,
            Origin origin) {
        administrators.require(actor);
        var id = owner == null ? null : holder(owner);
        return found(name, slug, id, actor, origin);
    }

    private UserId holder(String address) {
        return Email.parse(address)
                .flatMap(accounts::findByEmail)
                .map(User::id)
                .orElseThrow(
                        () -> new Refused(Refusal.InvalidInput.of("owner", "has no account here")));
    }

    private Organization found(
            String name,
            @Nullable String slug,
            @Nullable UserId owner,
            @Nullable UserId actor,
            Origin origin) {
        var id = new OrgId(ids.next());
        var chosen = slug == null ? slugFor(name, id) : slug;
        OrganizationRules.check(name, chosen, "");
        var now = clock.instant();
        var organization = new Organization(id, name.strip(), chosen, "", now, now);
        transactions.writing(() -> {
            organizations.insert(organization);
            audit.record(AuditEvent.Kind.ORGANIZATION_CREATED, actor, owner, id, origin, chosen);
            if (owner != null) {
                members.add(id, owner, Role.OWNER, now);
                changes.of(owner);
            }
        });
        return organization;
    }

    /** One of somebody's own, named as given, with a slug that nobody else has. */
    public Organization owned(String name, UserId owner, Origin origin) {
        var longest = OrganizationRules.LONGEST_NAME;
        var shortened = name.length() > longest ? name.substring(0, longest) : name;
        return found(shortened, null, owner, owner, origin);
    }

    /** Inside or outside a transaction: the default organization, made when it is not there yet. */
    public Organization ensureDefault(Origin origin) {
        return findDefault().orElseGet(() -> makeDefault(origin));
    }

    private Optional<Organization> findDefault() {
        return organizations.findBySlug(Organization.DEFAULT_SLUG);
    }

    /** Looks again, now that nobody else can make it. */
    private Organization makeDefault(Origin origin) {
        return transactions.write(() ->
                findDefault()
                        .orElseGet(() ->
                                found("Default", Organization.DEFAULT_SLUG, null, null, origin)));
    }

    /** The end of the id is random, so that two of the same name do not collide. */
    private static String slugFor(String name, OrgId id) {
        var words =
                name.toLowerCase(java.util.Locale.ROOT)
                        .replaceAll("[^a-z0-9]+", "-")
                        .replaceAll("^-|-$", "");
        var text = id.toString();
        var suffix = text.substring(text.length() - 8);
        return words.isEmpty()
                ? "org-" + suffix
                : words.substring(0, Math.min(50, words.length())).replaceAll("-$", "")
                        + "-"
                        + suffix;
    }
}
