/** 组织树: what every change of the tree needs: its lock, its days, its paths, its voice. */
@NullMarked
package cn.dangjian.organization.tree.period;

import org.jspecify.annotations.NullMarked;
