package dev.latchkey.store;

import org.flywaydb.core.Flyway;

/** Brings the tables to the form this version needs, with the same files on both engines. */
final class Migrations {
    /** How many files there are. */
    static final int KNOWN = 16;

    private static final String FOLDER = "classpath:dev/latchkey/store/migrations";

    private Migrations() {}

    /** Safe to call at every start. Gives how many migrations ran. */
    static int run(Engine engine) {
        return isCurrent(engine) ? 0 : migrate(engine);
    }

    /** One question instead of Flyway's start, which takes half a second of a small machine. */
    private static boolean isCurrent(Engine engine) {
        try {
            return engine.read(db ->
                            db.word(
                                    """
                                    SELECT count(*) FROM flyway_schema_history
                                     WHERE success = TRUE AND version IS NOT NULL
                                    """))
                    .equals(Integer.toString(KNOWN));
        } catch (DatabaseFault e) {
            // No such table, or no database: Flyway makes the one and tells of the other.
            return false;
        }
    }

    private static int migrate(Engine engine) {
        return Flyway.configure()
                .dataSource(engine.forMigrations())
                .locations(FOLDER)
                .placeholders(engine.types())
                .load()
                .migrate()
                .migrationsExecuted;
    }
}
