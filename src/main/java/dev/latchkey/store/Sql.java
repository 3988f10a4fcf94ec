package dev.latchkey.store;

import dev.latchkey.core.Transactions;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;

/** Runs statements: in the transaction at hand, or on a connection of their own. */
final class Sql implements Transactions {
    private static final Logger LOG = LoggerFactory.getLogger(Sql.class);

    private record Open(Handle handle, List<Runnable> afterCommit) {}

    private record Done<T>(T result, List<Runnable> afterCommit) {}

    /** Not static: two databases in one process must not see each other's transactions. */
    private final ScopedValue<Open> current = ScopedValue.newInstance();

    private final Engine engine;
    private final Map<String, Query> queries = new ConcurrentHashMap<>();

    Sql(Engine engine) {
        this.engine = engine;
    }

    @Override
    public <T> T write(Supplier<T> work) {
        if (current.isBound()) {
            return work.get();
        }
        var done = engine.write(handle -> within(handle, work));
        done.afterCommit().forEach(Sql::attempt);
        return done.result();
    }

    @Override
    public void afterCommit(Runnable task) {
        open().afterCommit().add(task);
    }

    /** The connection of the transaction that is under way. */
    Handle handle() {
        return open().handle();
    }

    Statement statement(String text) {
        return new Statement(this, text);
    }

    /** What a text says, read once: the texts are all ours, so there are few. */
    Query query(String text) {
        return queries.computeIfAbsent(text, Query::parse);
    }

    /** Every text so far, as the engine takes it. */
    List<String> asked() {
        return queries.values().stream().map(Query::text).toList();
    }

    <T> T read(Function<Handle, T> work) {
        return current.isBound() ? work.apply(handle()) : engine.read(work);
    }

    <T> T change(Function<Handle, T> work) {
        return write(() -> work.apply(handle()));
    }

    /** The same change once for each of the values, in their order; how many rows each changed. */
    int[] changes(String text, List<Map<String, @Nullable Object>> all) {
        var query = query(text);
        var inOrder = all.stream().map(values -> query.inOrder(values, engine.values())).toList();
        return inOrder.isEmpty() ? new int[0] : change(db -> db.changes(query, inOrder));
    }

    Engine engine() {
        return engine;
    }

    private <T> Done<T> within(Handle handle, Supplier<T> work) {
        var open = new Open(handle, new ArrayList<>());
        var result = ScopedValue.where(current, open).call(work::get);
        return new Done<>(result, open.afterCommit());
    }

    private Open open() {
        if (!current.isBound()) {
            throw new IllegalStateException("only inside Transactions.write");
        }
        return current.get();
    }

    /** What was written stays written, whatever comes of the tasks that follow it. */
    private static void attempt(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException e) {
            LOG.error("A task after a commit failed", e);
        }
    }
}
