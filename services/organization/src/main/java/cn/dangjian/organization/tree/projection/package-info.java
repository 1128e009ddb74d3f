/** 口径: on which tree statistics are shown: that of a day or of today (U-02), the territory or a line (ORG-09). */
@NullMarked
package cn.dangjian.organization.tree.projection;

import org.jspecify.annotations.NullMarked;
