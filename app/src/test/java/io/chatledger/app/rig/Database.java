package io.chatledger.app.rig;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** A database as tests ask it, without waiting for a view. */
@FunctionalInterface
public interface Database {

    Connection open() throws SQLException;

    /** The first column of the answer. */
    default List<String> ask(String sql, Object... arguments) {
        return column(row -> String.valueOf(row.getString(1)), sql, arguments);
    }

    /** The answer that is one number. */
    default long number(String sql, Object... arguments) {
        return column(row -> row.getLong(1), sql, arguments).getFirst();
    }

    private <T> List<T> column(Cell<T> cell, String sql, Object... arguments) {
        try (Connection connection = open();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < arguments.length; i++) {
                statement.setObject(i + 1, arguments[i]);
            }
            try (ResultSet row = statement.executeQuery()) {
                List<T> found = new ArrayList<>();
                while (row.next()) {
                    found.add(cell.of(row));
                }
                return found;
            }
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** What is wanted of a row. */
    interface Cell<T> {
        T of(ResultSet row) throws SQLException;
    }
}
