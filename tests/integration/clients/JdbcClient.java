import java.io.StringReader;
import java.io.StringWriter;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

/** What a JDBC application does, printed: argument 0 is the JDBC URL. */
public class JdbcClient {
  static void show(String title, Object value) {
    System.out.println(title + ": " + value);
  }

  static void fails(Connection connection, String title, String sql) {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
      show(title, "no error");
    } catch (SQLException error) {
      show(title, error.getSQLState() + " " + error.getMessage().replace('\n', '|'));
    }
  }

  static void batches(Connection connection) throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement("INSERT INTO person (first_name, last_name) VALUES (?, ?)")) {
      for (int i = 0; i < 300; i++) {
        insert.setString(1, "f" + i);
        insert.setString(2, "l" + i);
        insert.addBatch();
      }
      show("batch", insert.executeBatch().length);
    }
    try (PreparedStatement insert = connection.prepareStatement("INSERT INTO person (first_name, last_name) VALUES (?, ?)", new String[] {"last_name"})) {
      insert.setString(1, "key");
      insert.setString(2, "generated");
      insert.executeUpdate();
      ResultSet keys = insert.getGeneratedKeys();
      keys.next();
      show("generated key", keys.getString("last_name"));
    }
  }

  static void serverPrepared(Connection connection) throws SQLException {
    try (PreparedStatement find = connection.prepareStatement("SELECT id, first_name, last_name FROM person WHERE last_name = ?")) {
      for (int i = 0; i < 12; i++) {  // past prepareThreshold: becomes a named server-side statement
        find.setString(1, "l" + i);
        ResultSet rows = find.executeQuery();
        rows.next();
        if (i % 5 == 0) {
          show("prepared", rows.getString("last_name") + " " + rows.getString(2));
        }
      }
      ResultSetMetaData columns = find.getMetaData();
      show("columns", columns.getColumnLabel(3) + " " + columns.getColumnTypeName(3));
    }
  }

  static void fetchSize(Connection connection) throws SQLException {
    connection.setAutoCommit(false);
    try (PreparedStatement all = connection.prepareStatement("SELECT last_name FROM person ORDER BY id")) {
      all.setFetchSize(7);
      ResultSet rows = all.executeQuery();
      int count = 0;
      while (rows.next()) {
        count++;
      }
      show("fetch size", count);
    }
    connection.commit();
    fails(connection, "in transaction", "SELECT 1/0");
    fails(connection, "aborted", "SELECT last_name FROM person");
    connection.rollback();
    connection.setAutoCommit(true);
  }

  static void copy(PGConnection connection) throws Exception {
    show("copy in", connection.getCopyAPI().copyIn("COPY person (first_name, last_name) FROM STDIN WITH (FORMAT csv)", new StringReader("c1,d1\nc2,d2\n")));
    StringWriter out = new StringWriter();
    connection.getCopyAPI().copyOut("COPY (SELECT last_name FROM person WHERE first_name LIKE 'c%' ORDER BY id) TO STDOUT", out);
    show("copy out", out.toString().replace('\n', '|'));
  }

  static void cancel(Connection connection) throws Exception {
    try (Statement slow = connection.createStatement()) {
      Thread canceller = new Thread(() -> {
        try {
          Thread.sleep(300);
          slow.cancel();
        } catch (Exception ignored) {
          show("cancel", "failed");
        }
      });
      canceller.start();
      try {
        slow.execute("SELECT pg_sleep(20)");
        show("cancel", "no error");
      } catch (SQLException error) {
        show("cancel", error.getSQLState() + " " + error.getMessage());
      }
      canceller.join();
    }
  }

  static void notifications(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("LISTEN news");
      statement.execute("NOTIFY news, 'payload'");
    }
    PGNotification[] heard = connection.unwrap(PGConnection.class).getNotifications(10000);
    show("notification", heard[0].getName() + " " + heard[0].getParameter());
  }

  public static void main(String[] arguments) throws Exception {
    try (Connection connection = DriverManager.getConnection(arguments[0])) {
      batches(connection);
      serverPrepared(connection);
      fetchSize(connection);
      copy(connection.unwrap(PGConnection.class));
      cancel(connection);
      notifications(connection);
      fails(connection, "not null", "INSERT INTO person (first_name) VALUES ('x')");
      fails(connection, "undefined column", "SELECT lastname FROM person");
      fails(connection, "syntax", "SELECT last_name FROM person GROUP");
      try (Statement statement = connection.createStatement()) {
        show("deleted", statement.executeUpdate("DELETE FROM person"));
      }
    }
  }
}
