package dev.latchkey.pages.admin;

import dev.latchkey.core.account.UserId;
import dev.latchkey.core.audit.AuditEntry;
import dev.latchkey.core.audit.AuditEvent;
import dev.latchkey.core.audit.AuditWish;
import dev.latchkey.pages.view.AuditView;
import dev.latchkey.pages.view.Link;
import dev.latchkey.pages.view.Moment;
import dev.latchkey.pages.view.Text;

import org.jspecify.annotations.Nullable;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Events as people read them. */
record AuditRows(Text text) {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);

    AuditView.Row row(AuditEntry entry) {
        var event = entry.event();
        var origin = event.origin();
        return new AuditView.Row(
                event.id().toString(),
                words(event.kind()),
                event.kind().name(),
                new Moment(event.at().toString(), TIME.format(event.at())),
                user(event.actor(), entry.actor()),
                event.subject() == null || event.subject().equals(event.actor())
                        ? null
                        : user(event.subject(), entry.subject()),
                organization(entry),
                new Link(AuditQuery.ofAddress(origin.address()), origin.address()),
                origin.door(),
                event.detail(),
                origin.userAgent(),
                origin.requestId());
    }

    private static @Nullable Link user(@Nullable UserId id, @Nullable String email) {
        return id == null
                ? null
                : new Link(AuditQuery.ofUser(id), email == null ? id.toString() : email);
    }

    private static @Nullable Link organization(AuditEntry entry) {
        var id = entry.event().organization();
        var name = entry.organization();
        return id == null
                ? null
                : new Link(AuditQuery.ofOrganization(id), name == null ? id.toString() : name);
    }

    /** Every kind, in the order of its words. */
    List<AuditView.Kind> kinds(AuditWish wish) {
        return Stream.of(AuditEvent.Kind.values())
                .map(kind ->
                        new AuditView.Kind(
                                kind.name(),
                                words(kind),
                                kind.name().equalsIgnoreCase(wish.kind())))
                .sorted(Comparator.comparing(AuditView.Kind::text))
                .toList();
    }

    private String words(AuditEvent.Kind kind) {
        var key = "event." + kind;
        return text.has(key) ? text.of(key) : kind.name();
    }
}
