/** The tree of units (组织树) over time: how it is kept, changed, asked and summed up. */
@NullMarked
package cn.dangjian.organization.tree;

import org.jspecify.annotations.NullMarked;
