package cn.dangjian.platform.files;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the tables of files come from.
 *
 * @param ownTables whether the service has them from scripts of its own
 */
@ConfigurationProperties("dangjian.files")
record FilesSettings(@DefaultValue("false") boolean ownTables) {}
