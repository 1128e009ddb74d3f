package cn.dangjian.gateway.console;

import jakarta.validation.constraints.NotBlank;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The pages for people.
 *
 * @param home the address at which people open them, as identity knows it; whoever opens another one is sent there
 * @param files where the files are; a folder such as {@code file:/home/me/console/} while somebody works on them
 */
@Validated
@ConfigurationProperties("dangjian.console")
record ConsoleSettings(
        @NotBlank @DefaultValue("http://127.0.0.1:8080") String home,
        @NotBlank @DefaultValue("classpath:/console/") String files) {}
