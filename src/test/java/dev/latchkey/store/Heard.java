package dev.latchkey.store;

import dev.latchkey.core.account.UserId;
import dev.latchkey.core.memory.Forgetting;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Writes down what it is told to forget. */
final class Heard implements Forgetting {
    private final Set<UserId> users = ConcurrentHashMap.newKeySet();
    private final Set<String> clients = ConcurrentHashMap.newKeySet();
    private final AtomicInteger everything = new AtomicInteger();

    @Override
    public void forget(UserId user) {
        users.add(user);
    }

    @Override
    public void forgetClient(String clientId) {
        clients.add(clientId);
    }

    @Override
    public void forgetAll() {
        everything.incrementAndGet();
    }

    boolean of(UserId user) {
        return users.contains(user);
    }

    boolean ofClient(String clientId) {
        return clients.contains(clientId);
    }

    int everything() {
        return everything.get();
    }
}
