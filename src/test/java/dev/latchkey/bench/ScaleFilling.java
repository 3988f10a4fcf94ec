package dev.latchkey.bench;

import java.io.IOException;
import java.sql.SQLException;
import java.util.UUID;

/** What is done to a server's database from outside, by the ways of its engine. */
interface ScaleFilling {
    /** The one that the server made. */
    UUID organization() throws SQLException;

    void fill(ScaleRows rows) throws SQLException, IOException;

    /** Lets running servers forget what they remember of credentials. */
    void letForget() throws SQLException;
}
