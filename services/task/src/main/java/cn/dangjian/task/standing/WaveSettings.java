package cn.dangjian.task.standing;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How standing instructions are carried out.
 *
 * @param wave assignments that are forwarded in one transaction; bounds its memory and how long others wait
 */
@Validated
@ConfigurationProperties("dangjian.standing")
record WaveSettings(@Min(1) @Max(2000) @DefaultValue("500") int wave) {}
