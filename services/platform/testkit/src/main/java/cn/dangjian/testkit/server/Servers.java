package cn.dangjian.testkit.server;

/**
 * The three servers that the house stands on: database, broker, Redis.
 *
 * <p>Embedded (MariaDB, Kafka, Redis as child processes from Maven Central artefacts) unless the system property
 * {@code testkit.servers} says {@code containers} (MySQL, Kafka, Redis by Testcontainers).
 */
public interface Servers {

    /** Those of this JVM's tests: started at the first call on free ports, stopped when the JVM ends. */
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
        Schemas.create(this, name, user, password);
    }
}
