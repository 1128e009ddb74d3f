package cn.dangjian.statistics;

import cn.dangjian.platform.seals.SealsConfiguration;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.cloud.openfeign.EnableFeignClients;

/** The statistics service. Files go out and none come in: it keeps nothing that would have to be sealed, and has no keys. */
@SpringBootApplication(exclude = SealsConfiguration.class)
@ConfigurationPropertiesScan
@EnableFeignClients
public class StatisticsApplication {

    public static void main(String[] args) {
        SpringApplication.run(StatisticsApplication.class, args);
    }
}
