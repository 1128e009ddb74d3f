package cn.dangjian.local;

import cn.dangjian.testkit.server.Servers;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The environment variables that a service is started with, by the launcher or by an IDE. */
final class Environments {

    /** The administrator whom identity makes at its first start. */
    static final String OPERATOR = "operator";

    /** Under which name the {@link Secrets} keep the administrator's password. */
    static final String OPERATOR_PASSWORD = "operator-password";

    /** The address of a service that is not there: the gateway says at its routes that it is not opened yet. */
    private static final String NOWHERE = "no://op";

    private final HouseOptions options;
    private final Servers servers;
    private final Secrets secrets;
    private final List<ServiceEntry> services;

    Environments(HouseOptions options, Servers servers, Secrets secrets, List<ServiceEntry> services) {
        this.options = options;
        this.servers = servers;
        this.secrets = secrets;
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
            variables.put("DB_PASSWORD", databasePassword(service));
        }
        variables.put("KAFKA_BOOTSTRAP", servers.bootstrapServers());
        variables.put("REDIS_HOST", servers.redisHost());
        variables.put("REDIS_PORT", Integer.toString(servers.redisPort()));
        variables.put("REDIS_PASSWORD", servers.redisPassword());
        variables.put("JWKS_URL", options.url(ServiceEntry.IDENTITY) + "/oauth2/jwks");
        variables.put("TOKEN_URL", options.url(ServiceEntry.IDENTITY) + "/oauth2/token");
        variables.put("TOKEN_ISSUER", options.url(ServiceEntry.GATEWAY) + "/identity");
        variables.put("SERVICE_CLIENT_SECRET", clientSecret(service));
        if (service.name().equals(ServiceEntry.GATEWAY))
            variables.put("CONSOLE_HOME", options.url(ServiceEntry.GATEWAY));
        for (var other : services) variables.put(other.variable() + "_URL", address(other));
        if (service.name().equals(ServiceEntry.ORGANIZATION)) {
            variables.put("ORGANIZATION_DATA_KEY", secrets.get("organization-data-key"));
        }
        if (service.name().equals(ServiceEntry.MEMBER)) {
            variables.put("MEMBER_DATA_KEY", secrets.get("member-data-key"));
            variables.put("MEMBER_INDEX_KEY", secrets.get("member-index-key"));
        }
        if (service.name().equals(ServiceEntry.DUES)) sandbox(variables);
        if (service.name().equals(ServiceEntry.IDENTITY)) {
            variables.put("WEB_REDIRECTS", options.url(ServiceEntry.GATEWAY) + "/");
            for (var client : services) {
                variables.put("SERVICE_CLIENT_SECRETS_" + client.variable(), clientSecret(client));
            }
            variables.put(
                    "IDENTITY_SIGNING_KEY_FILE",
                    secrets.file("identity-signing-key.json").toString());
            variables.put("IDENTITY_AUDIT_KEY", secrets.get("identity-audit-key"));
            variables.put("IDENTITY_DATA_KEY", secrets.get("identity-data-key"));
            variables.put("IDENTITY_INDEX_KEY", secrets.get("identity-index-key"));
            variables.put("BOOTSTRAP_ADMIN_LOGIN", OPERATOR);
            variables.put("BOOTSTRAP_ADMIN_PASSWORD", secrets.get(OPERATOR_PASSWORD));
        }
        return variables;
    }

    /** Members pay in the sandbox, which moves no money; merchant and provider have keys of this machine. */
    private void sandbox(Map<String, String> variables) {
        variables.put("DUES_DATA_KEY", secrets.get("dues-data-key"));
        variables.put("DUES_PROVIDER", "sandbox");
        variables.put("DUES_MERCHANT", "demo-province");
        var merchant = secrets.keyPair("dues-merchant");
        var provider = secrets.keyPair("dues-provider");
        variables.put("DUES_MERCHANT_KEY", merchant.privateKey());
        variables.put("DUES_MERCHANT_PUBLIC_KEY", merchant.publicKey());
        variables.put("DUES_PROVIDER_KEY", provider.privateKey());
        variables.put("DUES_PROVIDER_PUBLIC_KEY", provider.publicKey());
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
        return secrets.get("database-" + service.name());
    }

    private String address(ServiceEntry service) {
        return options.has(service) ? options.url(service.name()) : NOWHERE;
    }

    private String clientSecret(ServiceEntry service) {
        return secrets.get("client-" + service.name());
    }

    private String absolute(String folder) {
        return options.root().resolve(folder).toAbsolutePath().normalize().toString();
    }
}
