package cn.dangjian.local;

import cn.dangjian.testkit.server.Servers;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The environment variables that a service is started with, by the launcher or by an IDE. */
final class Environments {

    /** The address of a service that is not there: the gateway says at its routes that it is not opened yet. */
    private static final String NOWHERE = "no://op";

    private final HouseOptions options;
    private final Servers servers;
    private final Secrets secrets;
    private final SecretVariables secret;
    private final List<ServiceEntry> services;

    Environments(HouseOptions options, Servers servers, Secrets secrets, List<ServiceEntry> services) {
        this.options = options;
        this.servers = servers;
        this.secrets = secrets;
        this.secret = new SecretVariables(secrets, services);
        this.services = services;
    }

    Map<String, String> of(ServiceEntry service) {
        var variables = new LinkedHashMap<String, String>();
        variables.put("SPRING_PROFILES_ACTIVE", "local");
        // glibc keeps what was freed, in as many places as this allows
        variables.put("MALLOC_ARENA_MAX", "2");
        variables.put("SERVER_PORT", Integer.toString(options.port(service.name())));
        if (service.name().equals(ServiceEntry.CONFIG)) {
            variables.put("CONFIG_REPO", absolute("config-repo"));
            return variables;
        }
        variables.put("CONFIG_URL", options.url(ServiceEntry.CONFIG));
        if (service.hasSchema()) {
            variables.put("DB_URL_BASE", servers.jdbcUrlBase());
            variables.put("DB_USER", service.name());
        }
        variables.put("KAFKA_BOOTSTRAP", servers.bootstrapServers());
        variables.put("REDIS_HOST", servers.redisHost());
        variables.put("REDIS_PORT", Integer.toString(servers.redisPort()));
        variables.put("REDIS_PASSWORD", servers.redisPassword());
        variables.put("JWKS_URL", options.url(ServiceEntry.IDENTITY) + "/oauth2/jwks");
        variables.put("TOKEN_URL", options.url(ServiceEntry.IDENTITY) + "/oauth2/token");
        variables.put("TOKEN_ISSUER", options.url(ServiceEntry.GATEWAY) + "/identity");
        variables.putAll(secret.of(service));
        if (service.name().equals(ServiceEntry.GATEWAY))
            variables.put("CONSOLE_HOME", options.url(ServiceEntry.GATEWAY));
        for (var other : services) variables.put(other.variable() + "_URL", address(other));
        if (service.name().equals(ServiceEntry.DUES)) variables.putAll(secret.sandbox());
        if (service.name().equals(ServiceEntry.IDENTITY)) {
            variables.put("WEB_REDIRECTS", options.url(ServiceEntry.GATEWAY) + "/");
            variables.put(
                    "IDENTITY_SIGNING_KEY_FILE",
                    secrets.file("identity-signing-key.json").toString());
        }
        return variables;
    }

    /** A file that IDEs read, for a service that is started from there. */
    Path writeFile(ServiceEntry service) {
        var file = options.data().resolve("env").resolve(service.name() + ".env");
        var text = of(service).entrySet().stream()
                .map(variable -> variable.getKey() + "=" + variable.getValue() + "\n")
                .collect(Collectors.joining());
        Secrets.write(file, text);
        return file;
    }

    String databasePassword(ServiceEntry service) {
        return secret.databasePassword(service);
    }

    private String address(ServiceEntry service) {
        return options.has(service) ? options.url(service.name()) : NOWHERE;
    }

    private String absolute(String folder) {
        return options.root().resolve(folder).toAbsolutePath().normalize().toString();
    }
}
