package cn.dangjian.platform.directory;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How this service comes to know the units.
 *
 * @param listen whether it hears of them from organization; off only where the table itself is the source of the events
 */
@ConfigurationProperties("dangjian.directory")
record DirectorySettings(@DefaultValue("true") boolean listen) {}
