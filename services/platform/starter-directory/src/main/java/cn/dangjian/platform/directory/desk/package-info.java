/** Who acts, from which unit, what he sees from there, and when: resolved once at the door and handed down. */
@NullMarked
package cn.dangjian.platform.directory.desk;

import org.jspecify.annotations.NullMarked;
