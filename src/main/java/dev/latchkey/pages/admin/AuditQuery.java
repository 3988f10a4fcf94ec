package dev.latchkey.pages.admin;

import dev.latchkey.core.account.UserId;
import dev.latchkey.core.audit.AuditPlace;
import dev.latchkey.core.audit.AuditWish;
import dev.latchkey.core.org.OrgId;
import dev.latchkey.http.Call;
import dev.latchkey.pages.Address;
import dev.latchkey.pages.Tab;
import dev.latchkey.pages.Typed;

import org.jspecify.annotations.Nullable;

import java.util.function.UnaryOperator;

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
        return Address.of(
                PATH,
                "kind",
                wish.kind(),
                "user",
                wish.user(),
                "organization",
                wish.organization(),
                "address",
                wish.address(),
                "from",
                wish.from(),
                "until",
                wish.until(),
                "place",
                place == null ? "" : place.text());
    }

    static String ofUser(UserId user) {
        return href(new AuditWish("", user.toString(), "", "", "", ""), null);
    }

    static String ofOrganization(OrgId organization) {
        return href(new AuditWish("", "", organization.toString(), "", "", ""), null);
    }

    static String ofAddress(String address) {
        return href(new AuditWish("", "", "", address, "", ""), null);
    }
}
