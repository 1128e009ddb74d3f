package cn.dangjian.platform.directory.desk;

import jakarta.validation.constraints.NotNull;
import java.time.ZoneId;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How days are counted.
 *
 * @param zone where the province is: in which zone a document's day begins
 */
@Validated
@ConfigurationProperties("dangjian.days")
record DaySettings(@NotNull @DefaultValue("Asia/Shanghai") ZoneId zone) {}
