package dev.latchkey.store;

import dev.latchkey.core.account.UserId;
import dev.latchkey.core.session.Forgetting;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Writes down what it is told to forget. */
final class Heard implements Forgetting {
    private final Set<UserId> users = ConcurrentHashMap.newKeySet();
    private final AtomicInteger everything = new AtomicInteger();

    @Override
    public void forget(UserId user) {
        users.add(user);
    }

    @Override
    public void forgetAll() {
        everything.incrementAndGet();
    }

    boolean of(UserId user) {
        return users.contains(user);
    }

    int everything() {
        return everything.get();
    }
}
