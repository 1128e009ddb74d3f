package cn.dangjian.statistics.task;

import cn.dangjian.platform.neighbours.Neighbour;
import cn.dangjian.platform.neighbours.NeighbourSettings;
import jakarta.validation.Valid;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.validation.annotation.Validated;

/** Lets statistics ask task about a dispatch. */
@Configuration(proxyBeanMethods = false)
class TaskConfiguration {

    @Bean
    NeighbourSettings task(Settings settings) {
        return settings.task();
    }

    @Bean
    Neighbour<Long, Issued> dispatchRegister(NeighbourSettings task, TaskClient client) {
        return new Neighbour<>("task", task, client::dispatch);
    }

    /**
     * Whom statistics asks.
     *
     * @param task asked about a dispatch
     */
    @Validated
    @ConfigurationProperties("dangjian.statistics")
    record Settings(@Valid @DefaultValue NeighbourSettings task) {}
}
