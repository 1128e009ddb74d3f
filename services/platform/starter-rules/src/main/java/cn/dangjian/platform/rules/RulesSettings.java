package cn.dangjian.platform.rules;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the table of what was set differently comes from.
 *
 * @param ownTables whether the service has it from a script of its own
 */
@ConfigurationProperties("dangjian.rules")
record RulesSettings(@DefaultValue("false") boolean ownTables) {}
