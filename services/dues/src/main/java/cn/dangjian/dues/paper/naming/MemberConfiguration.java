package cn.dangjian.dues.paper.naming;

import cn.dangjian.platform.neighbours.Neighbour;
import cn.dangjian.platform.neighbours.NeighbourSettings;
import jakarta.validation.Valid;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.validation.annotation.Validated;

/** Lets dues ask member for a name. */
@Configuration(proxyBeanMethods = false)
class MemberConfiguration {

    @Bean
    NeighbourSettings member(Settings settings) {
        return settings.member();
    }

    @Bean
    Neighbour<Asked, Named> nameRegister(NeighbourSettings member, MemberClient client) {
        return new Neighbour<>("member", member, client::names);
    }

    /**
     * Whom dues asks.
     *
     * @param member asked for the name on a paper
     */
    @Validated
    @ConfigurationProperties("dangjian.dues")
    record Settings(@Valid @DefaultValue NeighbourSettings member) {}
}
