package dev.latchkey.pages.admin;

import dev.latchkey.core.audit.AuditPlace;
import dev.latchkey.core.audit.AuditWish;
import dev.latchkey.http.Call;
import dev.latchkey.pages.Tab;
import dev.latchkey.pages.Typed;

import org.jspecify.annotations.Nullable;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** A wish as the query of an address, and as the fields of a form. */
final class AuditQuery {
    private static final String PATH = Tab.AUDIT.path();
    private static final int LONGEST = 300;

    private AuditQuery() {}

    static AuditWish of(Call call) {
        return read(field -> text(call.query(field)));
    }

    static AuditWish of(Typed typed) {
        return read(field -> text(typed.get(field)));
    }

    static String place(Call call) {
        return text(call.query("place"));
    }

    private static AuditWish read(UnaryOperator<String> field) {
        return new AuditWish(
                field.apply("kind"),
                field.apply("user"),
                field.apply("organization"),
                field.apply("address"),
                field.apply("from"),
                field.apply("until"));
    }

    private static String text(@Nullable String typed) {
        return typed == null || typed.length() > LONGEST ? "" : typed.strip();
    }

    /** The page with this wish, from this place on. */
    static String href(AuditWish wish, @Nullable AuditPlace place) {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("kind", wish.kind());
        all.put("user", wish.user());
        all.put("organization", wish.organization());
        all.put("address", wish.address());
        all.put("from", wish.from());
        all.put("until", wish.until());
        all.put("place", place == null ? "" : place.text());
        var query =
                all.entrySet().stream()
                        .filter(entry -> !entry.getValue().isEmpty())
                        .map(entry -> entry.getKey() + "=" + encode(entry.getValue()))
                        .collect(Collectors.joining("&"));
        return query.isEmpty() ? PATH : PATH + "?" + query;
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    static String ofUser(Object user) {
        return href(new AuditWish("", user.toString(), "", "", "", ""), null);
    }

    static String ofOrganization(Object organization) {
        return href(new AuditWish("", "", organization.toString(), "", "", ""), null);
    }

    static String ofAddress(String address) {
        return href(new AuditWish("", "", "", address, "", ""), null);
    }
}
