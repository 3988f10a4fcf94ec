package dev.latchkey.pages;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Writes addresses of ours that say something in their query. */
public final class Address {
    private Address() {}

    /**
     * A path with a query.
     *
     * @param namesAndValues in turn; what is empty is left out
     */
    public static String of(String path, String... namesAndValues) {
        var all = new StringBuilder(path);
        for (int i = 0; i < namesAndValues.length; i += 2) {
            if (!namesAndValues[i + 1].isEmpty()) {
                all.append(all.length() == path.length() ? '?' : '&')
                        .append(namesAndValues[i])
                        .append('=')
                        .append(encode(namesAndValues[i + 1]));
            }
        }
        return all.toString();
    }

    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
