package dev.latchkey.core.session;

import dev.latchkey.core.account.UserId;

/** Drops what a node remembers. */
public interface Forgetting {

    void forget(UserId user);

    void forgetAll();
}
