package dev.latchkey.store;

import org.flywaydb.core.Flyway;

/** Brings the tables to the form this version needs, with the same files on both engines. */
final class Migrations {
    private static final String FOLDER = "classpath:dev/latchkey/store/migrations";

    private Migrations() {}

    /** Safe to call at every start. Gives how many migrations ran. */
    static int run(Engine engine) {
        return Flyway.configure()
                .dataSource(engine.forMigrations())
                .locations(FOLDER)
                .placeholders(engine.types())
                .load()
                .migrate()
                .migrationsExecuted;
    }
}
