package dev.latchkey.testkit;

import dev.latchkey.core.Transactions;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** One transaction at a time, for stores that are kept in memory. Undoes nothing. */
public final class LockedTransactions implements Transactions {
    private final ReentrantLock lock = new ReentrantLock();
    private List<Runnable> afterwards = new ArrayList<>();

    @Override
    public <T> T write(Supplier<T> work) {
        lock.lock();
        try {
            afterwards = new ArrayList<>();
            var result = work.get();
            afterwards.forEach(Runnable::run);
            return result;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void afterCommit(Runnable task) {
        afterwards.add(task);
    }
}
