/** Serves the files of {@code config-repo/} to every service (配置中心). */
@NullMarked
package cn.dangjian.config;

import org.jspecify.annotations.NullMarked;
