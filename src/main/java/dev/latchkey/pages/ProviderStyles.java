package dev.latchkey.pages;

import dev.latchkey.core.federation.Provider;
import dev.latchkey.core.federation.Providers;
import dev.latchkey.http.Reply;
import dev.latchkey.http.Route;

import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;

/**
 * The colours of the providers' buttons, as a stylesheet: our policy allows no style in a page
 * itself. Ids and colours hold nothing but letters, digits, dashes and a hash sign.
 */
final class ProviderStyles {
    static final String PATH = "/auth/providers.css";

    private ProviderStyles() {}

    static Route route(Providers providers) {
        var css =
                providers.foreign().stream()
                        .filter(provider -> provider.color() != null)
                        .map(ProviderStyles::rule)
                        .collect(Collectors.joining());
        var reply =
                Reply.of(200, "text/css; charset=utf-8", css.getBytes(StandardCharsets.UTF_8))
                        .with("Cache-Control", "public, max-age=600");
        return Route.get(PATH, call -> reply).quickly(call -> reply);
    }

    private static String rule(Provider provider) {
        return ".provider-%s{--provider:%s}\n".formatted(provider.id(), provider.color());
    }
}
