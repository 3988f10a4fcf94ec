package dev.latchkey.core.org;

import dev.latchkey.core.Refusal;
import dev.latchkey.core.Refused;
import dev.latchkey.core.account.Email;

import java.net.IDN;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Which names are domains that an organization can have of its own. */
final class DomainNames {
    /** With at least one dot, and a last label that no IP address has (RFC 1123, section 2.1). */
    private static final Pattern HOST =
            Pattern.compile(
                    "([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])?");

    /** Leaves room for the challenge's label within 253 characters (RFC 1035, section 2.3.4). */
    private static final int LONGEST = 230;

    private DomainNames() {}

    /**
     * The domain as an email's key has it. Refuses with InvalidInput what is no domain, and what is
     * everybody's.
     */
    static String ofOrganization(String typed) {
        var domain =
                of(typed.strip())
                        .filter(name -> HOST.matcher(ascii(name)).matches())
                        .filter(name -> ascii(name).length() <= LONGEST)
                        .orElseThrow(() -> invalid("is not a domain name"));
        if (PublicMailDomains.contains(domain)) {
            throw invalid("belongs to everybody: strangers have mailboxes there");
        }
        return domain;
    }

    /** What stands behind the at sign of an address. Refuses with InvalidInput what never does. */
    static String ofAddress(String typed) {
        return of(typed).orElseThrow(() -> invalid("is not a domain name"));
    }

    private static Optional<String> of(String typed) {
        return Email.parse("somebody@" + typed).map(Email::domain);
    }

    private static Refused invalid(String flaw) {
        return new Refused(Refusal.InvalidInput.of("domain", flaw));
    }

    /** As the DNS has it (RFC 5891); empty when it has no such form. */
    static String ascii(String domain) {
        try {
            return IDN.toASCII(domain).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException _) {
            return "";
        }
    }
}
