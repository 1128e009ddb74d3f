package cn.dangjian.testkit.config;

import java.util.List;
import org.springframework.boot.context.config.ConfigData;
import org.springframework.boot.context.config.ConfigDataLoader;
import org.springframework.boot.context.config.ConfigDataLoaderContext;
import org.springframework.boot.context.config.ConfigDataLocation;
import org.springframework.boot.context.config.ConfigDataLocationResolver;
import org.springframework.boot.context.config.ConfigDataLocationResolverContext;
import org.springframework.boot.context.config.ConfigDataResource;
import org.springframework.core.Ordered;

/** In tests the settings of {@code config-repo} are read from its files: an import of the config server brings nothing. */
class NoConfigServer implements ConfigDataLocationResolver<NoConfigServer.Nothing>, Ordered {

    @Override
    public boolean isResolvable(ConfigDataLocationResolverContext context, ConfigDataLocation location) {
        boolean enabled = context.getBinder()
                .bind("spring.cloud.config.enabled", Boolean.class)
                .orElse(true);
        return !enabled && location.hasPrefix("configserver:");
    }

    @Override
    public List<Nothing> resolve(ConfigDataLocationResolverContext context, ConfigDataLocation location) {
        return List.of(new Nothing());
    }

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }

    /** What is read instead. */
    static class Nothing extends ConfigDataResource {}

    /** Reads nothing. */
    static class Loader implements ConfigDataLoader<Nothing> {

        @Override
        public ConfigData load(ConfigDataLoaderContext context, Nothing resource) {
            return ConfigData.EMPTY;
        }
    }
}
