package dev.latchkey.config;

/** {@code enabled}, {@code port} and {@code host} of one API. */
final class EndpointKeys {
    private final Key<Boolean> enabled;
    private final Key<Integer> port;
    private final Key<String> host;

    EndpointKeys(Table table, String name, String prefix, String examplePort) {
        String key = "apis." + name + ".";
        enabled =
                table.key(
                        key + "enabled",
                        Kinds.yesNo(),
                        "true",
                        "Whether this API answers, below " + prefix + " on the main port.");
        port =
                table.optional(
                        key + "port",
                        Kinds.port().like(examplePort),
                        "A port of its own, where this API answers at the root.");
        host =
                table.optional(
                        key + "host",
                        NetKinds.hostName().like(name + ".example.com"),
                        "A host name of its own: requests for it on the main port reach this API at"
                                + " the root.");
    }

    Config.Endpoint read(Settings settings) {
        return new Config.Endpoint(settings.get(enabled), settings.find(port), settings.find(host));
    }

    Key<Integer> port() {
        return port;
    }

    Key<String> host() {
        return host;
    }
}
