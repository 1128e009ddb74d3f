/** Statistics of a day on the tree of that day, or on today's (U-02): where units stood then, and where they stand now. */
@NullMarked
package cn.dangjian.organization.projection;

import org.jspecify.annotations.NullMarked;
