package dev.latchkey.mail;

import dev.latchkey.core.Ids;
import dev.latchkey.core.Transactions;
import dev.latchkey.core.key.Sealer;
import dev.latchkey.core.mail.MailQueue;
import dev.latchkey.core.mail.Message;
import dev.latchkey.core.mail.Post;

import java.time.Clock;

/**
 * Puts messages into the queue, in the transaction of what caused them, and wakes the courier when
 * that is on disk.
 */
public final class QueuedPost implements Post {
    private final MailQueue queue;
    private final SealedMessages messages;
    private final Transactions transactions;
    private final Runnable wake;
    private final Clock clock;
    private final Ids ids;

    public QueuedPost(
            MailQueue queue,
            Sealer sealer,
            Transactions transactions,
            Runnable wake,
            Clock clock,
            Ids ids) {
        this.queue = queue;
        this.messages = new SealedMessages(sealer);
        this.transactions = transactions;
        this.wake = wake;
        this.clock = clock;
        this.ids = ids;
    }

    @Override
    public void send(Message message) {
        queue.put(ids.next(), messages.seal(message), clock.instant());
        transactions.afterCommit(wake);
    }
}
