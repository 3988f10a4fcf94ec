package dev.latchkey.testkit;

import dev.latchkey.testkit.Http.Answer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A browser's bare bones: keeps cookies, fills in forms, follows redirects when it is told to. */
public final class Visitor {
    private static final String ACCEPT =
            "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";
    private static final Pattern FORM =
            Pattern.compile("<form[^>]*action=\"([^\"]*)\"[^>]*>(.*?)</form>", Pattern.DOTALL);
    private static final Pattern HIDDEN =
            Pattern.compile("<input type=\"hidden\" name=\"([^\"]*)\" value=\"([^\"]*)\">");

    private final URI base;
    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private final HttpClient client =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(Duration.ofSeconds(10))
                    .cookieHandler(cookies)
                    .build();

    private Visitor(URI base) {
        this.base = base;
    }

    public static Visitor at(URI base) {
        return new Visitor(base);
    }

    /** One request; a path or a whole address. */
    public Answer get(String target) {
        return send(HttpRequest.newBuilder(base.resolve(target)));
    }

    /** The same, and on through every redirect that stays with us. */
    public Answer open(String target) {
        return settle(get(target));
    }

    /**
     * Follows redirects as long as they stay with us; gives the first answer that is none, or leads
     * elsewhere.
     */
    public Answer settle(Answer answer) {
        var last = answer;
        for (int i = 0; i < 10 && isOurs(last.header("Location")); i++) {
            last = get(String.valueOf(last.header("Location")));
        }
        return last;
    }

    private boolean isOurs(@org.jspecify.annotations.Nullable String location) {
        return location != null && location.startsWith(base + "/");
    }

    /** Sends the first form of a page, with its hidden fields. */
    public Answer submit(Answer page, Map<String, String> typed) {
        var fields = new LinkedHashMap<>(hidden(page));
        fields.putAll(typed);
        return post(page.response().uri().resolve(action(page)).toString(), fields, Map.of());
    }

    /** Sends any form, with further headers. */
    public Answer post(String target, Map<String, String> fields, Map<String, String> headers) {
        var body =
                fields.entrySet().stream()
                        .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                        .collect(Collectors.joining("&"));
        var request =
                HttpRequest.newBuilder(base.resolve(target))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(body));
        headers.forEach(request::header);
        return send(request);
    }

    public Answer signIn(Answer page, String email, String password) {
        return submit(page, Map.of("email", email, "password", password));
    }

    public static Map<String, String> hidden(Answer page) {
        Map<String, String> fields = new LinkedHashMap<>();
        var inputs = HIDDEN.matcher(form(page, 2));
        while (inputs.find()) {
            fields.put(inputs.group(1), unescape(inputs.group(2)));
        }
        return fields;
    }

    public static String action(Answer page) {
        return unescape(form(page, 1));
    }

    private static String form(Answer page, int group) {
        var form = FORM.matcher(page.text());
        if (!form.find()) {
            throw new AssertionError(
                    "no form on this page (" + page.status() + "): " + page.text());
        }
        return form.group(group);
    }

    public Optional<String> cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .map(HttpCookie::getValue)
                .findFirst();
    }

    public void forgetCookies() {
        cookies.getCookieStore().removeAll();
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            return new Answer(
                    client.send(
                            request.timeout(Duration.ofSeconds(30))
                                    .header("Accept", ACCEPT)
                                    .build(),
                            BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String unescape(String html) {
        return html.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&#34;", "\"")
                .replace("&#39;", "'")
                .replace("&amp;", "&");
    }
}
