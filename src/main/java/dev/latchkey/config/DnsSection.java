package dev.latchkey.config;

/** {@code dns.*}. */
final class DnsSection {
    private final Key<String> server;

    DnsSection(Table table) {
        server =
                table.optional(
                        "dns.server",
                        NetKinds.nameServer(),
                        "Who is asked whether a domain is an organization's own. Without it, those"
                                + " that this machine asks.");
    }

    Config.Dns read(Settings settings) {
        return new Config.Dns(settings.find(server));
    }
}
