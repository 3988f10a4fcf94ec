package dev.latchkey.bench;

import java.io.IOException;
import java.sql.SQLException;
import java.util.UUID;

/** What is done to a server's database from outside, by the ways of its engine. */
interface ScaleFilling {
    String AGE = "UPDATE sessions SET last_seen_at = last_seen_at - 3600000";

    /** The one that the server made. */
    UUID organization() throws SQLException;

    void fill(ScaleRows rows) throws SQLException, IOException;

    /** Lets running servers forget what they remember of credentials. */
    void letForget() throws SQLException;

    /** Lets an hour pass for all sessions since they were last seen. */
    void letSessionsAge() throws SQLException;
}
