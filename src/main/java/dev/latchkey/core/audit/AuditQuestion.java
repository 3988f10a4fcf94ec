package dev.latchkey.core.audit;

import dev.latchkey.core.Refusal;
import dev.latchkey.core.Refused;
import dev.latchkey.core.Uuids;
import dev.latchkey.core.account.Accounts;
import dev.latchkey.core.account.LoginName;
import dev.latchkey.core.account.UserId;
import dev.latchkey.core.org.OrgId;
import dev.latchkey.core.org.Organization;
import dev.latchkey.core.org.Organizations;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Reads a wish: finds whom and what it names, and says what is wrong with all of it at once. */
final class AuditQuestion {
    private final Accounts accounts;
    private final Organizations organizations;
    private final List<Refusal.Field> wrong = new ArrayList<>();

    AuditQuestion(Accounts accounts, Organizations organizations) {
        this.accounts = accounts;
        this.organizations = organizations;
    }

    /** Refuses with InvalidInput. */
    AuditSearch read(AuditWish wish) {
        var search =
                new AuditSearch(
                        read("kind", wish.kind(), "is no kind of event", AuditQuestion::kind),
                        read("user", wish.user(), "is nobody here", this::user),
                        read(
                                "organization",
                                wish.organization(),
                                "is no organization here",
                                this::organization),
                        read("address", wish.address(), "", Optional::of),
                        read("from", wish.from(), "is no time", AuditTimes::from),
                        read("until", wish.until(), "is no time", AuditTimes::until));
        if (!wrong.isEmpty()) {
            throw new Refused(new Refusal.InvalidInput(wrong));
        }
        return search;
    }

    private <T> @Nullable T read(
            String field, String typed, String flaw, Function<String, Optional<T>> reader) {
        var text = typed.strip();
        if (text.isEmpty()) {
            return null;
        }
        var value = reader.apply(text);
        if (value.isEmpty()) {
            wrong.add(new Refusal.Field(field, flaw));
        }
        return value.orElse(null);
    }

    private static Optional<AuditEvent.Kind> kind(String typed) {
        var name = typed.toUpperCase(Locale.ROOT).replace('-', '_');
        return Stream.of(AuditEvent.Kind.values())
                .filter(kind -> kind.name().equals(name))
                .findFirst();
    }

    /** An id is taken as it is: what happened outlives whom it happened to. */
    private Optional<UserId> user(String typed) {
        return Uuids.parse(typed)
                .map(UserId::new)
                .or(() ->
                        accounts.findForSignIn(LoginName.of(typed))
                                .map(found -> found.user().id()));
    }

    private Optional<OrgId> organization(String typed) {
        return Uuids.parse(typed)
                .map(OrgId::new)
                .or(() -> organizations.findBySlug(typed).map(Organization::id));
    }
}
