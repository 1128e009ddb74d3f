package cn.dangjian.testkit;

import cn.dangjian.testkit.server.Servers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.io.FileSystemResource;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import org.springframework.util.ClassUtils;

/** Gives one Spring context its settings and its own corner of the shared servers. */
class ServiceContext implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final AtomicInteger CONTEXTS = new AtomicInteger();
    private static final String INLINED = "Inlined Test Properties";
    private static final int REDIS_DATABASES = 16;

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        var environment = context.getEnvironment();
        String service = environment.getRequiredProperty("spring.application.name");
        var sources = new ArrayList<PropertySource<?>>();
        sources.add(new MapPropertySource("testkit", own(service)));
        sources.addAll(file(service + ".yml"));
        sources.addAll(file("application.yml"));
        var target = environment.getPropertySources();
        String last = target.contains(INLINED) ? INLINED : null;
        for (var source : sources) {
            if (last == null) target.addFirst(source);
            else target.addAfter(last, source);
            last = source.getName();
        }
        if (!"own".equals(environment.getProperty("testkit.tokens"))) trustTestTokens(context);
    }

    private static List<PropertySource<?>> file(String name) {
        var file = Repository.root().resolve("config-repo").resolve(name);
        if (!Files.exists(file)) return List.of();
        try {
            return new YamlPropertySourceLoader().load("config-repo/" + name, new FileSystemResource(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Object> own(String service) {
        var servers = Servers.shared();
        int number = CONTEXTS.incrementAndGet();
        String schema = service + "_" + ProcessHandle.current().pid() + "_" + number;
        var values = new HashMap<String, Object>();
        boolean hasDatabase = isPresent("org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration");
        boolean hasEvents = isPresent("org.springframework.kafka.core.KafkaTemplate");
        // otherwise one after the other, where an address is asked for
        if (hasDatabase && hasEvents) servers.start();
        if (hasDatabase) {
            servers.createSchema(schema, schema, "secret");
            values.put(
                    "spring.datasource.url",
                    servers.jdbcUrl(schema) + "&connectionTimeZone=UTC"
                            + "&forceConnectionTimeZoneToSession=true&connectTimeout=3000&socketTimeout=60000"
                            + "&cachePrepStmts=true&prepStmtCacheSize=250&prepStmtCacheSqlLimit=4096");
            values.put("DB_URL_BASE", servers.jdbcUrlBase());
            values.put("DB_USER", schema);
            values.put("DB_PASSWORD", "secret");
        }
        if (hasEvents) values.put("KAFKA_BOOTSTRAP", servers.bootstrapServers());
        values.put("REDIS_HOST", servers.redisHost());
        values.put("REDIS_PORT", servers.redisPort());
        values.put("REDIS_PASSWORD", servers.redisPassword());
        values.put("spring.data.redis.database", number % REDIS_DATABASES);
        values.put("dangjian.events.topics.prefix", schema + ".");
        values.put("server.port", 0);
        values.put("JWKS_URL", "http://127.0.0.1:1/never-asked");
        values.put("TOKEN_ISSUER", Tokens.ISSUER);
        values.put("management.otlp.metrics.export.enabled", false);
        values.put("management.tracing.export.enabled", false);
        values.put("spring.main.banner-mode", "off");
        return values;
    }

    private static void trustTestTokens(ConfigurableApplicationContext context) {
        var beans = (GenericApplicationContext) context;
        beans.registerBean("testTokens", JwtDecoder.class, Tokens::decoder);
        if (isPresent("org.springframework.web.reactive.function.client.WebClient")) {
            beans.registerBean("reactiveTestTokens", ReactiveJwtDecoder.class, Tokens::reactiveDecoder);
        }
    }

    private static boolean isPresent(String type) {
        return ClassUtils.isPresent(type, ServiceContext.class.getClassLoader());
    }
}
