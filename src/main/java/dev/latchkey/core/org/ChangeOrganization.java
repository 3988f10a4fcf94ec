package dev.latchkey.core.org;

import dev.latchkey.core.Changes;
import dev.latchkey.core.Origin;
import dev.latchkey.core.Refusal;
import dev.latchkey.core.Refused;
import dev.latchkey.core.Transactions;
import dev.latchkey.core.account.Administrators;
import dev.latchkey.core.account.UserId;
import dev.latchkey.core.audit.Audit;
import dev.latchkey.core.audit.AuditEvent;

import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Gives an organization another name, slug or description. For administrators. */
public final class ChangeOrganization {
    private final Organizations organizations;
    private final Administrators administrators;
    private final Transactions transactions;
    private final Changes changes;
    private final Audit audit;
    private final Clock clock;

    public ChangeOrganization(
            Organizations organizations,
            Administrators administrators,
            Transactions transactions,
            Changes changes,
            Audit audit,
            Clock clock) {
        this.organizations = organizations;
        this.administrators = administrators;
        this.transactions = transactions;
        this.changes = changes;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * All of its settings at once. Refuses with NotAllowed, OrganizationUnknown, InvalidInput and
     * SlugTaken. The default organization keeps its slug, by which it is found.
     */
    public Organization run(
            OrgId id,
            String name,
            String slug,
            String description,
            @Nullable UserId actor,
            Origin origin) {
        administrators.require(actor);
        OrganizationRules.check(name, slug, description);
        return transactions.write(() -> {
            var old = organizations.require(id);
            keepTheDefault(old, slug);
            var changed =
                    new Organization(
                            id,
                            name.strip(),
                            slug,
                            description.strip(),
                            old.createdAt(),
                            clock.instant());
            organizations.update(changed);
            // What is remembered of its members has its name in it, and they may be millions.
            changes.ofEverybody();
            audit.record(
                    AuditEvent.Kind.ORGANIZATION_CHANGED,
                    actor,
                    null,
                    id,
                    origin,
                    difference(old, changed));
            return changed;
        });
    }

    private static void keepTheDefault(Organization old, String slug) {
        if (old.slug().equals(Organization.DEFAULT_SLUG) && !slug.equals(old.slug())) {
            throw new Refused(
                    Refusal.InvalidInput.of("slug", "of the default organization has to stay"));
        }
    }

    private static String difference(Organization old, Organization changed) {
        return Stream.of(
                        old.name().equals(changed.name())
                                ? ""
                                : old.name() + " is now " + changed.name(),
                        old.slug().equals(changed.slug())
                                ? ""
                                : old.slug() + " is now " + changed.slug(),
                        old.description().equals(changed.description()) ? "" : "description")
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("; "));
    }
}
