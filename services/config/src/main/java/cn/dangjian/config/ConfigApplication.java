package cn.dangjian.config;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.cloud.config.server.EnableConfigServer;

/** The configuration server. */
@SpringBootApplication
@EnableConfigServer
public class ConfigApplication {

    static void main(String[] args) {
        SpringApplication.run(ConfigApplication.class, args);
    }
}
