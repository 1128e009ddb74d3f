package cn.dangjian.local;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The files outside the repository that {@code deploy/compose} needs: each made once, read by their owner only. */
final class ComposeFiles {

    /** Under these names the {@link Secrets} keep the passwords of the engines. */
    static final String DATABASE_ROOT = "database-root";

    static final String REDIS = "redis";

    private final Path data;
    private final Secrets secrets;
    private final List<ServiceEntry> services;

    /** @param data the folder of the house, outside of git */
    ComposeFiles(Path data, List<ServiceEntry> services) {
        this.data = data;
        this.secrets = new Secrets(data.resolve("secrets"));
        this.services = services;
    }

    /**
     * Writes what is missing, and what follows from it.
     *
     * @param sandbox whether members pay in the sandbox, which moves no money
     */
    void write(boolean sandbox) {
        var variables = new SecretVariables(secrets, services);
        var redis = Map.of("REDIS_PASSWORD", secrets.get(REDIS));
        for (var service : services) {
            var all = variables.of(service);
            if (!service.name().equals(ServiceEntry.CONFIG)) all.putAll(redis);
            if (sandbox && service.name().equals(ServiceEntry.DUES)) all.putAll(variables.sandbox());
            Secrets.write(data.resolve("env").resolve(service.name() + ".env"), lines(all));
        }
        Secrets.write(data.resolve("env/mysql.env"), lines(Map.of("MYSQL_ROOT_PASSWORD", secrets.get(DATABASE_ROOT))));
        Secrets.write(data.resolve("env/redis.env"), lines(redis));
        Secrets.write(data.resolve("env/schemas.sql"), schemas(variables));
        secrets.signingKey("identity-signing-key.json");
    }

    private static String lines(Map<String, String> variables) {
        return variables.entrySet().stream()
                .map(variable -> variable.getKey() + "=" + variable.getValue() + "\n")
                .collect(Collectors.joining());
    }

    /** One schema for each service and a user that sees no other; may be run again. */
    private String schemas(SecretVariables variables) {
        return services.stream()
                .filter(ServiceEntry::hasSchema)
                .map(service -> """
                    create database if not exists %1$s character set utf8mb4 collate utf8mb4_0900_ai_ci;
                    create user if not exists '%1$s'@'%%' identified by '%2$s';
                    alter user '%1$s'@'%%' identified by '%2$s';
                    grant all privileges on %1$s.* to '%1$s'@'%%';
                    """.formatted(service.name(), variables.databasePassword(service)))
                .collect(Collectors.joining());
    }
}
