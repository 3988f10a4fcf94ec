package dev.latchkey.core.federation;

import dev.latchkey.core.Origin;
import dev.latchkey.core.Refusal;
import dev.latchkey.core.Refused;
import dev.latchkey.core.Transactions;
import dev.latchkey.core.account.Administrators;
import dev.latchkey.core.account.UserId;
import dev.latchkey.core.audit.Audit;
import dev.latchkey.core.audit.AuditEvent;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** Shows administrators other people's providers, and asks one whether it is there. */
public final class ShowProviders {
    /** As far as linked accounts are counted. */
    public static final int MOST = 10_000;

    /**
     * One of them.
     *
     * @param linked how many accounts are linked to it; {@link #MOST} when there are more
     */
    public record Shown(Provider provider, long linked, boolean usual) {}

    private final Providers providers;
    private final Identities identities;
    private final Administrators administrators;
    private final Transactions transactions;
    private final Audit audit;

    public ShowProviders(
            Providers providers,
            Identities identities,
            Administrators administrators,
            Transactions transactions,
            Audit audit) {
        this.providers = providers;
        this.identities = identities;
        this.administrators = administrators;
        this.transactions = transactions;
        this.audit = audit;
    }

    /** In the order of their buttons. Refuses with NotAllowed. */
    public List<Shown> run(@Nullable UserId actor) {
        administrators.require(actor);
        return providers.foreign().stream()
                .map(provider ->
                        new Shown(
                                provider,
                                identities.count(String.valueOf(provider.issuer()), MOST),
                                provider.equals(providers.usual())))
                .toList();
    }

    /**
     * Asks it now, which takes some seconds at the most: null when it answers as it should, else
     * what is wrong, in English, as the doctor says it. Refuses with NotAllowed and
     * ProviderUnknown.
     */
    public @Nullable String check(String id, @Nullable UserId actor, Origin origin) {
        administrators.require(actor);
        var provider =
                providers
                        .findForeign(id)
                        .orElseThrow(() -> new Refused(new Refusal.ProviderUnknown()));
        var problem = problem(provider);
        var detail = provider.id() + ": " + (problem == null ? "answers" : problem);
        transactions.writing(() ->
                audit.record(
                        AuditEvent.Kind.PROVIDER_CHECKED,
                        actor,
                        null,
                        null,
                        origin,
                        detail.length() > 300 ? detail.substring(0, 300) : detail));
        return problem;
    }

    private static @Nullable String problem(Provider provider) {
        try {
            provider.checkUp();
            return null;
        } catch (Refused refused) {
            if (refused.refusal() instanceof Refusal.ProviderFailed(var reason)) {
                return reason;
            }
            throw refused;
        }
    }
}
