/** Doors (入口): how a request gets the scope of its caller, by territory or by line. */
@NullMarked
package cn.dangjian.platform.directory.door;

import org.jspecify.annotations.NullMarked;
