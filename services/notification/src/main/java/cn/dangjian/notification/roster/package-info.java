/** Who holds which post (谁在哪个岗位), as heard from identity. */
@NullMarked
package cn.dangjian.notification.roster;

import org.jspecify.annotations.NullMarked;
