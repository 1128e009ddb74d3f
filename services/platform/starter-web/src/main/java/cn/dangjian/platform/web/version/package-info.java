/** Two people at once: entity tags and If-Match over row versions. */
@NullMarked
package cn.dangjian.platform.web.version;

import org.jspecify.annotations.NullMarked;
