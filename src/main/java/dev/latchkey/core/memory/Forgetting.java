package dev.latchkey.core.memory;

import dev.latchkey.core.account.UserId;

import java.util.List;

/** Drops what a node remembers. */
public interface Forgetting {

    void forget(UserId user);

    /** Forgets the client of that id, and what it was given for itself or for others. */
    void forgetClient(String clientId);

    void forgetAll();

    /** Tells each of several. */
    static Forgetting each(List<Forgetting> all) {
        return new Forgetting() {
            @Override
            public void forget(UserId user) {
                all.forEach(one -> one.forget(user));
            }

            @Override
            public void forgetClient(String clientId) {
                all.forEach(one -> one.forgetClient(clientId));
            }

            @Override
            public void forgetAll() {
                all.forEach(Forgetting::forgetAll);
            }
        };
    }
}
