package dev.latchkey.store;

import dev.latchkey.core.Await;

import org.jspecify.annotations.Nullable;

import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/** One caller's part of a grouped transaction, from its queueing to its answer. */
final class SqliteWork<T> {
    private final Function<Handle, T> work;
    private final CompletableFuture<T> answer = new CompletableFuture<>();
    private @Nullable T result;
    private @Nullable Throwable failure;

    SqliteWork(Function<Handle, T> work) {
        this.work = work;
    }

    /** Runs as the only one of its transaction, which is to be undone when this gives false. */
    boolean runAlone(Handle db) {
        try {
            result = work.apply(db);
            return true;
        } catch (Throwable e) {
            failure = e;
            return false;
        }
    }

    /** Runs between savepoints: when it fails, only what it wrote itself is undone. */
    void run(Handle db) {
        db.execute("SAVEPOINT work");
        try {
            result = work.apply(db);
        } catch (Throwable e) {
            failure = e;
            undo(db, e);
        }
        db.execute("RELEASE work");
    }

    /**
     * A full disk, and some others, end the whole transaction: then there is no savepoint any more.
     */
    private static void undo(Handle db, Throwable cause) {
        try {
            db.execute("ROLLBACK TO work");
        } catch (DatabaseFault e) {
            cause.addSuppressed(e);
            throw new DatabaseUnavailable("the whole group of writes was undone", cause);
        }
    }

    /** After the commit: a refusal too may rest on what others of the group wrote. */
    void committed() {
        if (failure == null) {
            answer.complete(result);
        } else {
            answer.completeExceptionally(failure);
        }
    }

    void failed(String why, Throwable cause) {
        answer.completeExceptionally(new DatabaseUnavailable(why, cause));
    }

    T await() {
        return Await.answer(answer);
    }
}
