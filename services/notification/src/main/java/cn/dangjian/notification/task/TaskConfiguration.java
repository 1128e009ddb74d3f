package cn.dangjian.notification.task;

import cn.dangjian.platform.neighbours.Neighbour;
import cn.dangjian.platform.neighbours.NeighbourSettings;
import jakarta.validation.Valid;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.validation.annotation.Validated;

/** Lets notification ask task about a dispatch. */
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
     * Whom notification asks.
     *
     * @param task asked about a dispatch
     */
    @Validated
    @ConfigurationProperties("dangjian.notification")
    record Settings(@Valid @DefaultValue NeighbourSettings task) {}
}
