package dev.latchkey.core.code;

import dev.latchkey.core.Ids;
import dev.latchkey.core.Transactions;
import dev.latchkey.core.account.UserId;
import dev.latchkey.core.client.ClientRegistry;
import dev.latchkey.core.session.Session;
import dev.latchkey.core.session.SessionEnds;

import java.time.Clock;
import java.util.concurrent.atomic.AtomicReference;

/**
 * When a session ends, whichever door it ends by, the clients that were signed in to with it are to
 * be told. The notice is written in the transaction that ends the session, and sent later.
 */
public final class NoticeLogouts implements SessionEnds {
    private final ClientGrants grants;
    private final ClientRegistry clients;
    private final LogoutNotices notices;
    private final Transactions transactions;
    private final Clock clock;
    private final Ids ids;
    private final AtomicReference<Runnable> wake = new AtomicReference<>(() -> {});

    public NoticeLogouts(
            ClientGrants grants,
            ClientRegistry clients,
            LogoutNotices notices,
            Transactions transactions,
            Clock clock,
            Ids ids) {
        this.grants = grants;
        this.clients = clients;
        this.notices = notices;
        this.transactions = transactions;
        this.clock = clock;
        this.ids = ids;
    }

    /** What is to be told, after a commit, that there is something to send. */
    public void wakes(Runnable sender) {
        wake.set(sender);
    }

    @Override
    public void ended(Session session) {
        var told =
                grants.ofSession(session.id()).stream()
                        .map(ClientGrant::clientId)
                        .distinct()
                        .filter(this::wantsToKnow)
                        .toList();
        for (var client : told) {
            notices.put(
                    new LogoutNotice(
                            ids.next(), client, session.user(), session.id(), 0, clock.instant()));
        }
        if (!told.isEmpty()) {
            transactions.afterCommit(() -> wake.get().run());
        }
    }

    @Override
    public void allEnded(UserId user) {
        grants.revokeOfUser(user, clock.instant());
    }

    private boolean wantsToKnow(String clientId) {
        return clients.find(clientId)
                .filter(client -> client.settings().backChannelLogoutUri() != null)
                .isPresent();
    }
}
