package cn.dangjian.config;

import java.io.IOException;
import java.util.Arrays;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.cloud.config.server.environment.NativeEnvironmentProperties;
import org.springframework.core.io.ResourceLoader;
import org.springframework.stereotype.Component;

/** Refuses to start beside an empty or missing folder: services would silently run on their defaults. */
@Component
class ConfigRepoCheck implements InitializingBean {

    private final NativeEnvironmentProperties folders;
    private final ResourceLoader resources;

    ConfigRepoCheck(NativeEnvironmentProperties folders, ResourceLoader resources) {
        this.folders = folders;
        this.resources = resources;
    }

    @Override
    public void afterPropertiesSet() throws IOException {
        for (var folder : folders.getSearchLocations()) {
            if (resources.getResource(folder + "/application.yml").exists()) return;
        }
        throw new IllegalStateException("No application.yml in " + Arrays.toString(folders.getSearchLocations())
                + ": set CONFIG_REPO to the folder config-repo.");
    }
}
