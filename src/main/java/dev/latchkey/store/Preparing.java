package dev.latchkey.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** Where prepared statements come from and go. */
interface Preparing {
    /** PostgreSQL's driver keeps prepared statements by itself. */
    Preparing BY_THE_DRIVER =
            new Preparing() {
                @Override
                public PreparedStatement take(Connection connection, String text)
                        throws SQLException {
                    return connection.prepareStatement(text);
                }

                @Override
                public void giveBack(String text, PreparedStatement statement, boolean usable)
                        throws SQLException {
                    statement.close();
                }
            };

    PreparedStatement take(Connection connection, String text) throws SQLException;

    /**
     * @param usable false when it failed
     */
    void giveBack(String text, PreparedStatement statement, boolean usable) throws SQLException;
}
