/** 承继: what hangs on units that end or move goes on with others, or ends with them (U-02). */
@NullMarked
package cn.dangjian.organization.tree.hanging;

import org.jspecify.annotations.NullMarked;
