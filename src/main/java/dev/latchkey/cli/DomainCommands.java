package dev.latchkey.cli;

import dev.latchkey.Backend;
import dev.latchkey.core.org.DomainClaim;
import dev.latchkey.core.org.ProveDomain;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

@Command(
        name = "domain",
        description =
                "Domains whose people join an organization, in multi-organization mode, once the"
                        + " DNS says whose they are.",
        mixinStandardHelpOptions = true,
        subcommands = {
            DomainCommands.ListAll.class,
            DomainCommands.Claim.class,
            DomainCommands.Check.class,
            DomainCommands.Remove.class
        })
final class DomainCommands extends Group {

    @Command(
            name = "list",
            description =
                    "Shows an organization's domains, and which TXT record is awaited of those that"
                            + " are not proven yet.")
    static final class ListAll extends Errand {
        @Parameters(paramLabel = "ORG", description = "Slug or id.")
        private String organization;

        @Override
        void run(Backend backend, Names names, Printer out) {
            var claims = backend.database().stores().domainClaims();
            var org = names.organization(organization).id();
            List<Map<String, @Nullable Object>> rows = new ArrayList<>();
            claims.proven(org).forEach(domain -> rows.add(row(domain, null)));
            claims.of(org).forEach(claim -> rows.add(row(claim.domain(), claim)));
            out.rows(rows);
        }
    }

    /** A domain of an organization, which somebody names. */
    abstract static class OfOne extends Errand {
        @Parameters(index = "0", paramLabel = "ORG", description = "Slug or id.")
        String organization;

        @Parameters(index = "1", paramLabel = "DOMAIN")
        String domain;
    }

    @Command(
            name = "claim",
            description = "Gives out a TXT record that shows, in the DNS, whose a domain is.")
    static final class Claim extends OfOne {
        @Override
        void run(Backend backend, Names names, Printer out) {
            var org = names.organization(organization);
            var claim =
                    backend.core()
                            .administration
                            .proveDomain
                            .claim(org.id(), domain, null, origin());
            out.done(
                    """
                    Put this into the DNS, and then say 'latchkey domain check %s %s':
                    %s.  TXT  "%s"\
                    """
                            .formatted(
                                    org.slug(),
                                    claim.domain(),
                                    claim.recordName(),
                                    claim.recordText()),
                    row(claim.domain(), claim));
        }
    }

    @Command(
            name = "check",
            description = "Looks into the DNS now, for the record that 'claim' gave out.")
    static final class Check extends OfOne {
        @Override
        void run(Backend backend, Names names, Printer out) {
            var org = names.organization(organization);
            var finding =
                    backend.core()
                            .administration
                            .proveDomain
                            .check(org.id(), domain, null, origin());
            if (finding != ProveDomain.Finding.PROVEN) {
                throw new Unanswerable(told(finding));
            }
            out.done(
                    "It is proven: addresses of " + domain + " join " + org.name() + ".",
                    Rows.of("organization", org.id(), "domain", domain, "proven", true));
        }

        private static String told(ProveDomain.Finding finding) {
            return switch (finding) {
                case PROVEN -> "It is proven.";
                case NO_RECORD ->
                        "The DNS has no such record yet; 'latchkey domain list' shows the one that"
                                + " is awaited.";
                case OTHER_VALUE ->
                        "The DNS has that record, but with another value; 'latchkey domain list'"
                                + " shows the one that is awaited.";
                case NO_ANSWER ->
                        "The DNS does not answer; try again, or set dns.server to one that does.";
            };
        }
    }

    @Command(
            name = "remove",
            description = "Lets nobody join by a domain any more, or gives its claim up.")
    static final class Remove extends OfOne {
        @Override
        void run(Backend backend, Names names, Printer out) {
            var org = names.organization(organization);
            backend.core().administration.proveDomain.remove(org.id(), domain, null, origin());
            out.done(
                    "Nobody joins " + org.name() + " by " + domain + ". Members stay.",
                    Rows.of("organization", org.id(), "domain", domain));
        }
    }

    private static Map<String, @Nullable Object> row(String domain, @Nullable DomainClaim claim) {
        return Rows.of(
                "domain",
                domain,
                "proven",
                claim == null,
                "record",
                claim == null ? null : claim.recordName(),
                "text",
                claim == null ? null : claim.recordText());
    }
}
