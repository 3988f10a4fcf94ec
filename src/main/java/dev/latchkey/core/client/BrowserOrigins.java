package dev.latchkey.core.client;

import java.net.URI;
import java.util.Locale;

/**
 * The origins (RFC 6454) whose pages may ask our provider by script: those of the redirect URIs of
 * public clients. Who keeps a secret keeps it on a server, and has no business in a page.
 */
public final class BrowserOrigins {
    private final ClientRegistry registry;

    public BrowserOrigins(ClientRegistry registry) {
        this.registry = registry;
    }

    /**
     * @param origin as a browser sends it; compared as a string, port included
     */
    public boolean isAllowed(String origin) {
        return registry.all().stream()
                .map(RegisteredClient::settings)
                .filter(settings -> settings.proof() == ClientProof.NONE)
                .flatMap(settings -> settings.redirectUris().stream())
                .anyMatch(uri -> origin.equals(of(uri)));
    }

    /** Empty, which no browser sends, for a scheme of an application's own. */
    private static String of(String redirectUri) {
        var uri = URI.create(redirectUri);
        var scheme = uri.getScheme().toLowerCase(Locale.ROOT);
        var isWeb = scheme.equals("https") || scheme.equals("http");
        if (!isWeb || uri.getHost() == null) {
            return "";
        }
        var usual = scheme.equals("https") ? 443 : 80;
        var port = uri.getPort() == -1 || uri.getPort() == usual ? "" : ":" + uri.getPort();
        return scheme + "://" + uri.getHost().toLowerCase(Locale.ROOT) + port;
    }
}
