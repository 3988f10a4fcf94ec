package dev.latchkey.core.org;

import dev.latchkey.core.Changes;
import dev.latchkey.core.Ids;
import dev.latchkey.core.Origin;
import dev.latchkey.core.Refusal;
import dev.latchkey.core.Refused;
import dev.latchkey.core.Transactions;
import dev.latchkey.core.account.UserId;
import dev.latchkey.core.audit.Audit;
import dev.latchkey.core.audit.AuditEvent;

import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.util.regex.Pattern;

/** Founds an organization. */
public final class CreateOrganization {
    private static final Pattern SLUG = Pattern.compile("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?");
    private static final int LONGEST_NAME = 100;

    private final Organizations organizations;
    private final Members members;
    private final Transactions transactions;
    private final Changes changes;
    private final Audit audit;
    private final Clock clock;
    private final Ids ids;

    public CreateOrganization(
            Organizations organizations,
            Members members,
            Transactions transactions,
            Changes changes,
            Audit audit,
            Clock clock,
            Ids ids) {
        this.organizations = organizations;
        this.members = members;
        this.transactions = transactions;
        this.changes = changes;
        this.audit = audit;
        this.clock = clock;
        this.ids = ids;
    }

    /** Refuses with InvalidInput and SlugTaken. Without a slug one is made from the name. */
    public Organization run(
            String name, @Nullable String slug, @Nullable UserId owner, Origin origin) {
        checkName(name);
        var id = new OrgId(ids.next());
        var chosen = slug == null ? slugFor(name, id) : slug;
        if (!SLUG.matcher(chosen).matches()) {
            throw new Refused(
                    Refusal.InvalidInput.of(
                            "slug",
                            "has to have 1 to 63 lower-case letters, digits and dashes, no dash at"
                                    + " either end"));
        }
        var now = clock.instant();
        var organization = new Organization(id, name.strip(), chosen, "", now, now);
        transactions.writing(() -> {
            organizations.insert(organization);
            audit.record(AuditEvent.Kind.ORGANIZATION_CREATED, owner, null, id, origin, chosen);
            if (owner != null) {
                members.add(id, owner, Role.OWNER, now);
                changes.of(owner);
            }
        });
        return organization;
    }

    /** One of somebody's own, named as given, with a slug that nobody else has. */
    public Organization owned(String name, UserId owner, Origin origin) {
        var shortened = name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name;
        return run(shortened, null, owner, origin);
    }

    /** Inside or outside a transaction: the default organization, made when it is not there yet. */
    public Organization ensureDefault(Origin origin) {
        return transactions.write(() ->
                organizations
                        .findBySlug(Organization.DEFAULT_SLUG)
                        .orElseGet(() -> run("Default", Organization.DEFAULT_SLUG, null, origin)));
    }

    private static void checkName(String name) {
        if (name.isBlank()
                || name.length() > LONGEST_NAME
                || name.chars().anyMatch(Character::isISOControl)) {
            throw new Refused(
                    Refusal.InvalidInput.of(
                            "name", "has to have 1 to " + LONGEST_NAME + " printable characters"));
        }
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
