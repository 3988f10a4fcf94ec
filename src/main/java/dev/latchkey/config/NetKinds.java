package dev.latchkey.config;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** The kinds of values that name places on a network. */
final class NetKinds {
    /** Schemes that run or read something in the browser instead of opening an application. */
    private static final Set<String> DANGEROUS =
            Set.of("javascript", "data", "vbscript", "file", "blob", "about", "ftp", "ws", "wss");

    private static final Pattern NAME_SERVER =
            Pattern.compile("(?:\\[([0-9a-fA-F:.]+)]|([0-9.]+))(?::(\\d{1,5}))?");

    private static final String LABEL = "[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?";

    private NetKinds() {}

    static Kind<InetAddress> address() {
        return Kind.of("an IP address, or localhost", "0.0.0.0", NetKinds::address);
    }

    private static InetAddress address(String text) throws BadValue {
        try {
            return InetAddress.ofLiteral(text.equalsIgnoreCase("localhost") ? "127.0.0.1" : text);
        } catch (IllegalArgumentException _) {
            throw BadValue.of(text, "is not an IP address.");
        }
    }

    static Kind<Cidr> cidr() {
        return Kind.of(
                "an IP address or a block of them",
                "10.0.0.0/8",
                text -> {
                    String[] parts = text.split("/", 2);
                    InetAddress network = address(parts[0]);
                    int all = network.getAddress().length * 8;
                    return new Cidr(
                            network,
                            parts.length == 1
                                    ? all
                                    : Kinds.number(0, all).read(new Raw.Text(parts[1])));
                });
    }

    /** As the authority of a dns URL has it (RFC 4501). */
    static Kind<String> nameServer() {
        return Kind.of(
                "an IP address, with a port or without",
                "9.9.9.9",
                text -> {
                    var parts = NAME_SERVER.matcher(text);
                    if (!parts.matches()) {
                        throw BadValue.of(text, "is not an IP address, nor one with a port.");
                    }
                    address(parts.group(1) == null ? parts.group(2) : parts.group(1));
                    if (parts.group(3) != null) {
                        Kinds.number(1, 65_535).read(new Raw.Text(parts.group(3)));
                    }
                    return text;
                });
    }

    static Kind<String> hostName() {
        return Kind.of(
                "a host name, without scheme and port",
                "login.example.com",
                text -> {
                    String host = text.toLowerCase(Locale.ROOT);
                    if (host.length() > 253 || !host.matches("(" + LABEL + "\\.)*" + LABEL)) {
                        throw BadValue.of(text, "is not a host name (without scheme and port).");
                    }
                    return host;
                });
    }

    static Kind<String> mailbox() {
        return Kind.of(
                "an email address, or Name <address>",
                "Latchkey <no-reply@example.com>",
                text -> {
                    if (!text.matches(
                                    "([^<>\\p{Cntrl}]+"
                                            + " )?<[^<>@\\s\\p{Cntrl}]+@[^<>@\\s\\p{Cntrl}]+>")
                            && !text.matches("[^<>@\\s\\p{Cntrl}]+@[^<>@\\s\\p{Cntrl}]+")) {
                        throw BadValue.of(text, "is not an email address.");
                    }
                    return text;
                });
    }

    static Kind<URI> publicUrl() {
        return Kind.of(
                "an absolute http or https URL without a path",
                "https://login.example.com",
                text -> {
                    URI url = absolute(text);
                    if (!isWeb(url)) {
                        throw BadValue.of(text, "does not begin with http:// or https://.");
                    }
                    if (!url.getRawPath().matches("/?") || url.getRawQuery() != null) {
                        throw BadValue.of(
                                text, "has a path or a query; give scheme, host and port only.");
                    }
                    return origin(url);
                });
    }

    /** Where this server itself calls, with secrets: encrypted, unless it stays on the machine. */
    static Kind<URI> outside() {
        return Kind.of(
                "an https URL (http only for this machine itself)",
                "https://idp.example.com/token",
                text -> {
                    URI url = absolute(text);
                    if (!url.getScheme().equals("https") && !isLoopback(url)) {
                        throw BadValue.of(
                                text, "is not https; http is only for localhost and 127.0.0.1.");
                    }
                    return url;
                });
    }

    private static boolean isLoopback(URI url) {
        return url.getScheme().equals("http")
                && List.of("localhost", "127.0.0.1", "[::1]").contains(url.getHost());
    }

    /** Compared character by character (OpenID Connect Discovery 1.0, section 4.3). */
    static Kind<String> issuer() {
        return Kind.of(
                "an https URL without a query (http only for this machine itself)",
                "https://idp.example.com/realms/acme",
                text -> {
                    if (outside().read(new Raw.Text(text)).getRawQuery() != null) {
                        throw BadValue.of(text, "has a query.");
                    }
                    return text;
                });
    }

    static Kind<URI> redirect() {
        return Kind.of(
                "an origin, or an exact URL, with http, https or an application's own scheme",
                "https://app.example.com",
                text -> {
                    if (text.contains("*")) {
                        throw BadValue.of(text, "has a wildcard; targets are matched exactly.");
                    }
                    URI url = absolute(text);
                    if (DANGEROUS.contains(url.getScheme().toLowerCase(Locale.ROOT))) {
                        throw BadValue.of(text, "has a scheme that no redirect may have.");
                    }
                    return url;
                });
    }

    private static URI absolute(String text) throws BadValue {
        URI url;
        try {
            url = new URI(text);
        } catch (URISyntaxException _) {
            throw BadValue.of(text, "is not a URL.");
        }
        if (url.getScheme() == null || url.isOpaque()) {
            throw BadValue.of(text, "is not an absolute URL.");
        }
        if (isWeb(url) && url.getHost() == null) {
            throw BadValue.of(text, "names no host.");
        }
        if (url.getRawUserInfo() != null || url.getRawFragment() != null) {
            throw BadValue.of(text, "has a user or a fragment, which has no place here.");
        }
        return url;
    }

    private static boolean isWeb(URI url) {
        return url.getScheme().equalsIgnoreCase("https")
                || url.getScheme().equalsIgnoreCase("http");
    }

    private static URI origin(URI url) {
        String port = url.getPort() < 0 ? "" : ":" + url.getPort();
        String name = url.getScheme() + "://" + url.getHost() + port;
        return URI.create(name.toLowerCase(Locale.ROOT));
    }
}
