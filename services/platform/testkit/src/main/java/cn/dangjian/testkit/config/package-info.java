/** Stands in for the config server: tests read the files of {@code config-repo} themselves. */
@NullMarked
package cn.dangjian.testkit.config;

import org.jspecify.annotations.NullMarked;
