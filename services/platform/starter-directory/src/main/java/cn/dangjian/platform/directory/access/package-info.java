/** The access (权限) of accounts as every service remembers it, so that tokens which are over are refused everywhere. */
@NullMarked
package cn.dangjian.platform.directory.access;

import org.jspecify.annotations.NullMarked;
