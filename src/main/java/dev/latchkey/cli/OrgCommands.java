package dev.latchkey.cli;

import dev.latchkey.Backend;
import dev.latchkey.core.org.Organization;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

@Command(
        name = "org",
        description = "Organizations.",
        mixinStandardHelpOptions = true,
        subcommands = {
            OrgCommands.Create.class,
            OrgCommands.ListAll.class,
            OrgCommands.Show.class,
            OrgCommands.Change.class,
            OrgCommands.LetJoin.class
        })
final class OrgCommands extends Group {

    @Command(name = "create", description = "Founds an organization.")
    static final class Create extends Errand {
        @Parameters(paramLabel = "NAME")
        private String name;

        @Option(
                names = "--slug",
                description =
                        "Lower-case letters, digits and dashes; made from the name when left out.")
        private @Nullable String slug;

        @Option(names = "--owner", paramLabel = "USER", description = "Email, user name or id.")
        private @Nullable String owner;

        @Override
        void run(Backend backend, Names names, Printer out) {
            var ownerId = owner == null ? null : names.user(owner).id();
            var organization =
                    backend.core().createOrganization.run(name, slug, ownerId, null, origin());
            out.done(
                    "Founded " + organization.name() + " (" + organization.slug() + ").",
                    row(organization));
        }
    }

    @Command(name = "list", description = "Shows all organizations.")
    static final class ListAll extends Errand {
        private static final int PAGE = 500;

        @Override
        void run(Backend backend, Names names, Printer out) {
            var organizations = backend.database().stores().organizations();
            List<Map<String, @Nullable Object>> rows = new ArrayList<>();
            var page = organizations.list(null, PAGE);
            while (!page.isEmpty()) {
                page.forEach(organization -> rows.add(row(organization)));
                page = organizations.list(page.getLast().id(), PAGE);
            }
            out.rows(rows);
        }
    }

    @Command(name = "show", description = "Shows an organization and how much belongs to it.")
    static final class Show extends Errand {
        @Parameters(paramLabel = "ORG", description = "Slug or id.")
        private String organization;

        @Override
        void run(Backend backend, Names names, Printer out) {
            var stores = backend.database().stores();
            var found = names.organization(organization);
            var row = row(found);
            row.put("description", found.description());
            row.put("members", stores.members().count(found.id()));
            row.put("domains", String.join(", ", stores.domainClaims().proven(found.id())));
            out.one(row);
        }
    }

    @Command(
            name = "change",
            description = "Gives an organization other settings; what is not said stays.")
    static final class Change extends Errand {
        @Parameters(paramLabel = "ORG", description = "Slug or id.")
        private String organization;

        @Option(names = "--name", description = "As people know it.")
        private @Nullable String name;

        @Option(
                names = "--slug",
                description =
                        "Lower-case letters, digits and dashes; the default organization's stays.")
        private @Nullable String slug;

        @Option(names = "--description", description = "'' for none.")
        private @Nullable String description;

        @Override
        void run(Backend backend, Names names, Printer out) {
            var old = names.organization(organization);
            var changed =
                    backend.core()
                            .administration
                            .changeOrganization
                            .run(
                                    old.id(),
                                    name == null ? old.name() : name,
                                    slug == null ? old.slug() : slug,
                                    description == null ? old.description() : description,
                                    null,
                                    origin());
            out.done("It is " + changed.name() + " (" + changed.slug() + ").", row(changed));
        }
    }

    @Command(
            name = "let-join",
            description =
                    "Lets everybody with a verified address of a domain join, in multi-organization"
                            + " mode. You vouch for the domain.")
    static final class LetJoin extends Errand {
        @Parameters(index = "0", paramLabel = "ORG", description = "Slug or id.")
        private String organization;

        @Parameters(index = "1", paramLabel = "DOMAIN")
        private String domain;

        @Override
        void run(Backend backend, Names names, Printer out) {
            var found = names.organization(organization);
            backend.core().letDomainJoin.run(found.id(), domain, null, origin());
            out.done(
                    "Addresses of " + domain + " join " + found.name() + ".",
                    Rows.of("organization", found.id(), "domain", domain));
        }
    }

    private static Map<String, @Nullable Object> row(Organization organization) {
        return Rows.of(
                "id", organization.id(),
                "slug", organization.slug(),
                "name", organization.name(),
                "createdAt", organization.createdAt());
    }
}
