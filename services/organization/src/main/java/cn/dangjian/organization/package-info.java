/** 组织: the tree of units over time, and the import that fills it. */
@NullMarked
package cn.dangjian.organization;

import org.jspecify.annotations.NullMarked;
