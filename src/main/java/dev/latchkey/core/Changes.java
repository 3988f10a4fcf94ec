package dev.latchkey.core;

import dev.latchkey.core.account.UserId;

/** Tells every node that what it remembers of somebody is stale. */
public interface Changes {

    /**
     * Called inside {@link Transactions#write} by whatever changes a session, a token, an account
     * or a membership. When the write returns, this node has forgotten; the others follow within a
     * second.
     */
    void of(UserId user);

    /** The same for what changes a client, or a grant of its own. */
    void ofClient(String clientId);

    /** The same for what touches too many to name them. */
    void ofEverybody();
}
