package cn.dangjian.gateway;

import java.util.List;
import org.springframework.boot.context.config.ConfigData;
import org.springframework.boot.context.config.ConfigDataLoader;
import org.springframework.boot.context.config.ConfigDataLoaderContext;
import org.springframework.boot.context.config.ConfigDataLocation;
import org.springframework.boot.context.config.ConfigDataLocationResolver;
import org.springframework.boot.context.config.ConfigDataLocationResolverContext;
import org.springframework.boot.context.config.ConfigDataResource;

/**
 * Lets tests start without a config server: where it is switched off, the client leaves the import to nobody, and an
 * import that nobody resolves is an error.
 */
class NoConfigServer implements ConfigDataLocationResolver<NoConfigServer.Nothing> {

    static class Nothing extends ConfigDataResource {}

    static class Loader implements ConfigDataLoader<Nothing> {
        @Override
        public ConfigData load(ConfigDataLoaderContext context, Nothing resource) {
            return ConfigData.EMPTY;
        }
    }

    @Override
    public boolean isResolvable(ConfigDataLocationResolverContext context, ConfigDataLocation location) {
        return location.hasPrefix("configserver:")
                && !context.getBinder()
                        .bind("spring.cloud.config.enabled", Boolean.class)
                        .orElse(true);
    }

    @Override
    public List<Nothing> resolve(ConfigDataLocationResolverContext context, ConfigDataLocation location) {
        return List.of(new Nothing());
    }
}
