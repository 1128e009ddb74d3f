package cn.dangjian.platform.rules.book;

import cn.dangjian.platform.directory.rows.RowsConfiguration;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnResource;
import org.springframework.context.annotation.Import;

/** Gives a service that has a file {@code rules/rules.csv} its rulebook. */
@AutoConfiguration(after = RowsConfiguration.class)
@ConditionalOnResource(resources = "classpath:rules/rules.csv")
@Import({RuleRows.class, SettingTable.class, Rulebook.class, SetRule.class, RuleController.class})
public class BookConfiguration {}
