/** 组织: the tree of units, what each was on any day, and how it changes. */
@NullMarked
package cn.dangjian.organization.tree.unit;

import org.jspecify.annotations.NullMarked;
