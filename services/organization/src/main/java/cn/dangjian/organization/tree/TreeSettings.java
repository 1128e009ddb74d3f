package cn.dangjian.organization.tree;

import jakarta.validation.constraints.NotNull;
import java.time.ZoneId;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How the tree counts days.
 *
 * @param zone where the province is: in which zone a document's day begins
 */
@Validated
@ConfigurationProperties("dangjian.tree")
record TreeSettings(@NotNull @DefaultValue("Asia/Shanghai") ZoneId zone) {}
