package dev.latchkey.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.core.code.IssueCode;
import dev.latchkey.testkit.Http;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Where an answer sends a browser.
 *
 * @param target without its query
 * @param cookie the only one that the answer sets, as its header says it; empty when it sets none
 */
public record Redirect(String target, Map<String, String> queries, String cookie) {

    public static Redirect of(Http.Answer answer, int status) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        var location = URI.create(String.valueOf(answer.header("Location")));
        var cookies = answer.response().headers().allValues("Set-Cookie");
        assertThat(cookies).hasSizeLessThan(2);
        var target = location.toString().split("\\?", 2)[0];
        return new Redirect(target, pairs(location), cookies.isEmpty() ? "" : cookies.getFirst());
    }

    private static Map<String, String> pairs(URI location) {
        var query = location.getRawQuery();
        return query == null
                ? Map.of()
                : Arrays.stream(query.split("&"))
                        .map(pair -> pair.split("=", 2))
                        .collect(Collectors.toMap(pair -> pair[0], pair -> decode(pair[1])));
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    public String query(String name) {
        return queries.getOrDefault(name, "");
    }

    /** The cookie as a browser sends it back. */
    public String sentCookie() {
        return cookie.substring(0, cookie.indexOf(';'));
    }

    /** What our provider was asked for. */
    public IssueCode.Request request() {
        return new IssueCode.Request(
                query("client_id"),
                query("redirect_uri"),
                query("scope"),
                "",
                query("nonce"),
                query("code_challenge"));
    }
}
