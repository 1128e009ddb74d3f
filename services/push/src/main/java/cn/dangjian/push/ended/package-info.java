/** Whose access is over (权限终止), heard from identity and kept for as long as an access token lives. */
@NullMarked
package cn.dangjian.push.ended;

import org.jspecify.annotations.NullMarked;
