package dev.latchkey.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.core.Origin;
import dev.latchkey.core.account.UserId;
import dev.latchkey.core.audit.AuditEntry;
import dev.latchkey.core.audit.AuditEvent;
import dev.latchkey.core.audit.AuditEvent.Kind;
import dev.latchkey.core.audit.AuditPlace;
import dev.latchkey.core.audit.AuditSearch;
import dev.latchkey.core.org.OrgId;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Looking things up in the audit log. */
interface AuditSearchContract extends StoreContract {
    int MANY = 4_000;

    /** How an engine tells what it would do. */
    record Plan(String command, String column) {}

    Plan plan();

    private static AuditSearch of(@Nullable Kind kind, @Nullable UserId user) {
        return new AuditSearch(kind, user, null, null, null, null);
    }

    private static AuditSearch at(@Nullable String address) {
        return new AuditSearch(null, null, null, address, null, null);
    }

    private List<String> found(AuditSearch search) {
        return stores().auditLog().find(search, null, 9).stream()
                .map(entry -> entry.event().detail())
                .toList();
    }

    private AuditEvent event(
            Instant at,
            Kind kind,
            @Nullable UserId actor,
            @Nullable UserId subject,
            @Nullable OrgId org,
            String detail) {
        var origin = new Origin("192.0.2." + detail.length(), "curl/8", "r1", "trieve");
        var event =
                new AuditEvent(UUID.randomUUID(), at, kind, actor, subject, org, origin, detail);
        stores().auditLog().append(event);
        return event;
    }

    @Test
    default void each_wish_narrows_it_down() {
        var ada = samples().user().id();
        var bob = samples().user().id();
        var acme = samples().organization().id();
        event(NOW, Kind.SIGNED_IN, ada, ada, acme, "a");
        event(NOW.plusMillis(1), Kind.USER_DISABLED, bob, ada, null, "bb");
        event(NOW.plusMillis(2), Kind.SIGN_IN_FAILED, null, bob, acme, "ccc");

        assertThat(found(AuditSearch.ALL)).containsExactly("ccc", "bb", "a");
        assertThat(found(of(Kind.SIGNED_IN, null))).containsExactly("a");
        assertThat(found(of(null, ada))).containsExactly("bb", "a");
        assertThat(found(of(null, bob))).containsExactly("ccc", "bb");
        assertThat(found(of(Kind.USER_DISABLED, bob))).containsExactly("bb");
        assertThat(found(at("192.0.2.1"))).containsExactly("a");
        assertThat(found(at("192.0.2.%"))).isEmpty();
        assertThat(found(at("192.0.2.1\0"))).isEmpty();
        assertThat(found(new AuditSearch(null, null, acme, null, null, null)))
                .containsExactly("ccc", "a");
        assertThat(found(new AuditSearch(null, null, null, null, NOW, NOW.plusMillis(2))))
                .containsExactly("bb", "a");
        assertThat(found(new AuditSearch(Kind.SIGNED_IN, ada, acme, "192.0.2.1", NOW, LATER)))
                .containsExactly("a");
    }

    @Test
    default void ids_are_told_with_what_they_are_called_and_stay_without() {
        var ada = samples().user();
        var acme = samples().organization();
        var nobody = new UserId(UUID.randomUUID());
        event(NOW, Kind.SIGNED_IN, ada.id(), nobody, acme.id(), "");

        assertThat(stores().auditLog().find(AuditSearch.ALL, null, 1))
                .singleElement()
                .satisfies(entry -> {
                    assertThat(entry.actor()).isEqualTo(ada.email().text());
                    assertThat(entry.subject()).isNull();
                    assertThat(entry.organization()).isEqualTo(acme.name());
                    assertThat(entry.event().subject()).isEqualTo(nobody);
                });
    }

    @Test
    default void pages_show_every_event_once_even_those_of_one_moment() {
        var ada = samples().user().id();
        var bob = samples().user().id();
        List<UUID> all = new ArrayList<>();
        for (int i = 0; i < 17; i++) {
            var at = NOW.plusMillis(i / 8);
            all.add(event(at, Kind.SIGNED_IN, ada, i % 2 == 0 ? ada : bob, null, "").id());
        }

        for (var search : List.of(AuditSearch.ALL, of(Kind.SIGNED_IN, null), of(null, ada))) {
            List<UUID> seen = new ArrayList<>();
            AuditPlace place = null;
            List<AuditEntry> page;
            do {
                page = stores().auditLog().find(search, place, 3);
                page.forEach(entry -> seen.add(entry.event().id()));
                if (!page.isEmpty()) {
                    var last = page.getLast().event();
                    place = new AuditPlace(last.at(), last.id());
                }
            } while (!page.isEmpty());

            assertThat(seen).containsExactlyInAnyOrderElementsOf(all);
        }
    }

    @Test
    default void no_search_reads_the_whole_log() {
        var ada = samples().user().id();
        var acme = samples().organization().id();
        database()
                .transactions()
                .writing(() -> {
                    for (int i = 0; i < MANY; i++) {
                        var kind = Kind.values()[i % Kind.values().length];
                        event(NOW.plusMillis(i), kind, ada, ada, acme, "x".repeat(i % 99));
                    }
                });
        database().sql().statement("ANALYZE").execute();
        var place = new AuditPlace(NOW.plusMillis(MANY / 2), UUID.randomUUID());

        for (var search :
                List.of(
                        AuditSearch.ALL,
                        of(Kind.SIGNED_IN, null),
                        of(null, ada),
                        of(Kind.SIGNED_IN, ada),
                        at("192.0.2.7"),
                        new AuditSearch(null, null, acme, null, NOW, LATER),
                        new AuditSearch(null, null, null, null, NOW, LATER))) {
            var plan = explained(new SqlAuditSearch(search, place, 51));

            assertThat(plan).as(search + "\n" + plan).contains("audit_events_by_");
            assertThat(plan)
                    .as(search + "\n" + plan)
                    .doesNotContain("Seq Scan on audit_events")
                    .doesNotContainPattern("SCAN audit_events(?! USING INDEX)");
        }
    }

    private String explained(SqlAuditSearch search) {
        var statement = database().sql().statement(plan().command() + " " + search.text());
        return String.join("\n", search.bound(statement).list(row -> row.text(plan().column())));
    }
}
