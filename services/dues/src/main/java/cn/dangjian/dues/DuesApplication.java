package cn.dangjian.dues;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** The dues service (党费). */
@SpringBootApplication
@ConfigurationPropertiesScan
public class DuesApplication {

    public static void main(String[] args) {
        SpringApplication.run(DuesApplication.class, args);
    }
}
