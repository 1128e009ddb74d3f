package cn.dangjian.testkit.server;

import java.sql.DriverManager;
import java.sql.SQLException;

/**
 * The three servers that the house stands on: database, broker, Redis.
 *
 * <p>Embedded (MariaDB, Kafka, Redis as child processes from Maven Central artefacts) unless the system property
 * {@code testkit.servers} says {@code containers} (MySQL, Kafka, Redis by Testcontainers).
 */
public interface Servers {

    /** Those of this JVM's tests: on free ports, each started when it is first asked for, stopped when the JVM ends. */
    static Servers shared() {
        return SharedServers.get();
    }

    /** Embedded servers as the settings say, not started yet. */
    static Servers embedded(ServerSettings settings) {
        return new EmbeddedServers(settings);
    }

    /** Starts all three in parallel and returns when each answers its own protocol. */
    void start();

    /** Stops all three in parallel and returns when they are gone. */
    void stop();

    Server database();

    Server broker();

    Server redis();

    /** {@code jdbc:mysql://host:port}, to which a schema and parameters are appended. */
    String jdbcUrlBase();

    /** A URL to a schema that works with {@link #rootUser()} and with any user of {@link #createSchema}. */
    default String jdbcUrl(String schema) {
        return jdbcUrlBase() + "/" + schema + "?rewriteBatchedStatements=true&allowPublicKeyRetrieval=true";
    }

    String rootUser();

    String rootPassword();

    String bootstrapServers();

    String redisHost();

    int redisPort();

    String redisPassword();

    /**
     * Creates an empty schema and a user who may do everything inside it, and nothing elsewhere; leaves a schema that
     * exists as it is and gives an existing user this password.
     *
     * @throws IllegalArgumentException if a name is not made of lower-case letters, digits and underscores
     */
    default void createSchema(String name, String user, String password) {
        // no database takes names as parameters
        if (!name.matches("[a-z0-9_]{1,60}")) throw new IllegalArgumentException("Not a schema's name: " + name);
        if (!user.matches("[a-z0-9_]{1,30}")) throw new IllegalArgumentException("Not a user's name: " + user);
        if (!password.matches("[A-Za-z0-9_-]{1,80}")) throw new IllegalArgumentException("Letters and digits only");
        var url = jdbcUrlBase() + "/?allowPublicKeyRetrieval=true";
        try (var connection = DriverManager.getConnection(url, rootUser(), rootPassword());
                var statement = connection.createStatement()) {
            statement.execute(
                    "create database if not exists " + name + " character set utf8mb4 collate utf8mb4_0900_ai_ci");
            statement.execute("create user if not exists '" + user + "'@'%' identified by '" + password + "'");
            statement.execute("alter user '" + user + "'@'%' identified by '" + password + "'");
            statement.execute("grant all privileges on " + name + ".* to '" + user + "'@'%'");
        } catch (SQLException e) {
            throw new IllegalStateException("Cannot create schema " + name, e);
        }
    }
}
