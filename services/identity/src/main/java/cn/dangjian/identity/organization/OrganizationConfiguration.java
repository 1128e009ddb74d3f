package cn.dangjian.identity.organization;

import cn.dangjian.platform.neighbours.Neighbour;
import cn.dangjian.platform.neighbours.NeighbourSettings;
import jakarta.validation.Valid;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.validation.annotation.Validated;

/** Lets identity ask organization about a unit. */
@Configuration(proxyBeanMethods = false)
class OrganizationConfiguration {

    @Bean
    NeighbourSettings organization(Settings settings) {
        return settings.organization();
    }

    @Bean
    Neighbour<Long, Registered> unitRegister(NeighbourSettings organization, OrganizationClient client) {
        return new Neighbour<>("organization", organization, client::unit);
    }

    /**
     * Whom identity asks.
     *
     * @param organization asked about a unit
     */
    @Validated
    @ConfigurationProperties("dangjian.identity")
    record Settings(@Valid @DefaultValue NeighbourSettings organization) {}
}
