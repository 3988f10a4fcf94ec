package dev.latchkey.core.federation;

import dev.latchkey.core.Refusal;
import dev.latchkey.core.Refused;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Where a browser may be sent. Entries are exact: an origin allows every path below it, a URL with
 * a path allows itself, with any query. Our own origin is always allowed.
 */
public final class RedirectRules {
    private final Set<String> origins = new HashSet<>();
    private final Set<String> urls = new HashSet<>();

    public RedirectRules(URI publicUrl, List<URI> allowed) {
        LoopbackNames.of(publicUrl).forEach(own -> origins.add(originOf(own)));
        for (var entry : allowed) {
            if (isOrigin(entry)) {
                origins.add(originOf(entry));
            } else {
                urls.add(entry.toString());
            }
        }
    }

    /** The target as it came, when it is allowed. Refuses with RedirectNotAllowed. */
    public String require(String target) {
        if (!allows(target)) {
            throw new Refused(new Refusal.RedirectNotAllowed());
        }
        return target;
    }

    public boolean allows(String target) {
        return parse(target).filter(this::isListed).isPresent();
    }

    private boolean isListed(URI target) {
        if (target.getScheme() == null
                || target.getRawUserInfo() != null
                || target.getRawFragment() != null) {
            return false;
        }
        var text = target.toString();
        var query = text.indexOf('?');
        return urls.contains(query < 0 ? text : text.substring(0, query))
                || (target.getHost() != null && origins.contains(originOf(target)));
    }

    /**
     * Strict: what browsers read otherwise than we do (backslashes, blanks, controls, non-ASCII) is
     * no target at all.
     */
    private static Optional<URI> parse(String text) {
        if (text.length() > 2048
                || !text.chars().allMatch(c -> c > 0x20 && c < 0x7F && c != '\\')) {
            return Optional.empty();
        }
        try {
            return Optional.of(new URI(text));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private static boolean isOrigin(URI uri) {
        var path = uri.getRawPath();
        return uri.getHost() != null
                && (path == null || path.isEmpty() || path.equals("/"))
                && uri.getRawQuery() == null;
    }

    private static String originOf(URI uri) {
        var scheme = uri.getScheme().toLowerCase(Locale.ROOT);
        var port = uri.getPort() >= 0 ? uri.getPort() : scheme.equals("https") ? 443 : 80;
        return scheme + "://" + uri.getHost().toLowerCase(Locale.ROOT) + ":" + port;
    }
}
