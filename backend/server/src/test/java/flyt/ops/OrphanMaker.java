package flyt.ops;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;

/** A process that starts a PostgreSQL, writes a row, says so, and waits to be killed. */
final class OrphanMaker {
    private OrphanMaker() {}

    public static void main(String[] args) throws IOException, SQLException {
        LocalPostgres postgres = LocalPostgres.start(Path.of(args[0]), Path.of(args[1]));
        try (var connection = DriverManager.getConnection(LocalPostgresTest.jdbc(postgres));
                var statement = connection.createStatement()) {
            boolean unused = statement.execute("CREATE TABLE kept AS SELECT 'still here' AS word");
        }
        System.out.println("server " + postgres.pid());
        int unused = System.in.read();
    }
}
