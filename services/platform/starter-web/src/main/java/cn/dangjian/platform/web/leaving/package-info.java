/** How a replica takes its leave (下线): it is asked less and less before it closes its door. */
@NullMarked
package cn.dangjian.platform.web.leaving;

import org.jspecify.annotations.NullMarked;
