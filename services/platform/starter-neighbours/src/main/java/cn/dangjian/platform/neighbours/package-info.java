/** What a service asks another one about something that it has not heard of itself. */
@NullMarked
package cn.dangjian.platform.neighbours;

import org.jspecify.annotations.NullMarked;
