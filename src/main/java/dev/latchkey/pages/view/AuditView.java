package dev.latchkey.pages.view;

import dev.latchkey.core.audit.AuditWish;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * The audit log, as far as it was asked for.
 *
 * @param wish as it was typed
 * @param older where the older events are, or null when there are none
 */
public record AuditView(
        AuditWish wish,
        List<Kind> kinds,
        List<Row> rows,
        @Nullable String older,
        String csrf,
        Told told) {

    /** A kind of event to choose. */
    public record Kind(String value, String text, boolean chosen) {}

    /**
     * One event.
     *
     * @param actor who did it, or null when nobody was signed in
     * @param subject whom it concerns, or null when that is who did it, or nobody
     * @param organization or null
     */
    public record Row(
            String id,
            String what,
            String kind,
            Moment at,
            @Nullable Link actor,
            @Nullable Link subject,
            @Nullable Link organization,
            Link address,
            String door,
            String detail,
            String userAgent,
            String requestId) {}
}
