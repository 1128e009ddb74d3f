#!/usr/bin/env bash
# Packages and versions: org.springframework:spring-jdbc 7.0.9, com.h2database:h2 2.4.240
#
# Behaviour: "JdbcClient...query(SomeRecord.class)", which says that it maps from_on to fromOn, asks the driver for the column
# "fromOn" first and for "from_on" when that fails, for each such component of each row; DataClassRowMapper does the same.
# Drivers answer an unknown name with an SQLException, so that a thousand rows with two such components cost two thousand
# exceptions, and none where the statement gives its columns the names of the components. What is asked is counted between
# Spring and the driver.
# Seen:
#   query(Row.class), from_on and heard_at: 1000 rows, 2000 names unknown to the driver
#   DataClassRowMapper, from_on and heard_at: 1000 rows, 2000 names unknown to the driver
#   query(Row.class), fromOn and heardAt: 1000 rows, 0 names unknown to the driver
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
seen=$(sed -n 's/^#   //p' "${BASH_SOURCE[0]}")
source "$root/deploy/jdk.sh"
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
      <groupId>org.springframework</groupId>
      <artifactId>spring-jdbc</artifactId>
      <version>7.0.9</version>
    </dependency>
    <dependency>
      <groupId>com.h2database</groupId>
      <artifactId>h2</artifactId>
      <version>2.4.240</version>
    </dependency>
  </dependencies>
</project>
POM

cat >Finding.java <<'JAVA'
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.springframework.jdbc.core.DataClassRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

public class Finding {

    static final AtomicInteger UNKNOWN = new AtomicInteger();

    public record Row(long id, String fromOn, String heardAt) {}

    static <T> T watched(Class<T> type, T real) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
            try {
                var answer = method.invoke(real, arguments);
                if (answer instanceof ResultSet rows) return watched(ResultSet.class, rows);
                if (answer instanceof PreparedStatement statement) return watched(PreparedStatement.class, statement);
                return answer;
            } catch (InvocationTargetException e) {
                if (method.getName().equals("findColumn") && e.getCause() instanceof SQLException) UNKNOWN.incrementAndGet();
                throw e.getCause();
            }
        }));
    }

    static void say(String what, int rows) {
        System.out.println(what + ": " + rows + " rows, " + UNKNOWN.getAndSet(0) + " names unknown to the driver");
    }

    public static void main(String[] arguments) throws Exception {
        var connection = DriverManager.getConnection("jdbc:h2:mem:");
        var source = (DataSource) Proxy.newProxyInstance(
                Finding.class.getClassLoader(),
                new Class<?>[] {DataSource.class},
                (proxy, method, none) -> method.getName().equals("getConnection") ? watched(Connection.class, unclosed(connection)) : null);
        var jdbc = JdbcClient.create(source);
        var plain = "select x id, 'a' from_on, 'b' heard_at from system_range(1, 1000)";
        var named = "select x id, 'a' \"fromOn\", 'b' \"heardAt\" from system_range(1, 1000)";
        say("query(Row.class), from_on and heard_at", jdbc.sql(plain).query(Row.class).list().size());
        say("DataClassRowMapper, from_on and heard_at", jdbc.sql(plain).query(new DataClassRowMapper<>(Row.class)).list().size());
        say("query(Row.class), fromOn and heardAt", jdbc.sql(named).query(Row.class).list().size());
    }

    static Connection unclosed(Connection connection) {
        return (Connection) Proxy.newProxyInstance(Finding.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) ->
                method.getName().equals("close") ? null : method.invoke(connection, arguments));
    }
}
JAVA

"$root/mvnw" -q -B -f pom.xml org.apache.maven.plugins:maven-dependency-plugin:3.9.0:copy-dependencies -DoutputDirectory=lib
"$JAVA_HOME/bin/java" -cp 'lib/*' Finding.java 2>/dev/null | tee output
diff <(echo "$seen") output || { echo "The behaviour changed" >&2 && exit 1; }
