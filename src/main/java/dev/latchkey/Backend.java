package dev.latchkey;

import com.github.f4b6a3.uuid.UuidCreator;

import dev.latchkey.config.Config;
import dev.latchkey.core.Ids;
import dev.latchkey.core.Origin;
import dev.latchkey.core.account.SignUpRules;
import dev.latchkey.crypto.SealerAes;
import dev.latchkey.mail.Courier;
import dev.latchkey.mail.QueuedPost;
import dev.latchkey.store.Database;

import java.time.Clock;
import java.time.Duration;

/**
 * Everything behind the doors: the database, the keys and the use cases. The command line uses it
 * without a door.
 */
public final class Backend implements AutoCloseable {
    private final Database database;
    private final Core core;
    private final Courier courier;
    private final int migrated;

    private Backend(Config config, Database database, int migrated, Clock clock) {
        this.database = database;
        this.migrated = migrated;
        var sealer = new SealerAes(Translate.masterKey(config));
        var transactions = database.transactions();
        Ids ids = UuidCreator::getTimeOrderedEpoch;
        var queue = database.stores().mailQueue();
        courier = new Courier(queue, sealer, Translate.delivery(config), clock);
        var post = new QueuedPost(queue, sealer, transactions, courier::wake, clock, ids);
        core = new Core(config, database, sealer, post, clock, ids);
        if (core.signUpRules.mode() == SignUpRules.Mode.SINGLE) {
            core.createOrganization.ensureDefault(Origin.local("start"));
        }
    }

    /**
     * Migrates and makes what is missing: keys and, in single-organization mode, the default
     * organization.
     */
    public static Backend open(Config config, Clock exact) {
        // The stores keep milliseconds: what is told before a row is read again is what is told
        // after.
        var clock = Clock.tick(exact, Duration.ofMillis(1));
        SealerAes.prepare();
        var database = Database.open(Translate.database(config.database()));
        try {
            return new Backend(config, database, database.migrate(), clock);
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
    }

    public Database database() {
        return database;
    }

    public Core core() {
        return core;
    }

    /** How many steps brought the tables up to date when this was opened. */
    public int migrated() {
        return migrated;
    }

    public Courier courier() {
        return courier;
    }

    @Override
    public void close() {
        courier.close();
        core.hashing.close();
        database.close();
    }
}
