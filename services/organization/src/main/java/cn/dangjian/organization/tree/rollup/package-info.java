/** 汇总: sums over subtrees that are kept, so that a province waits no longer than a village; always those of the facts. */
@NullMarked
package cn.dangjian.organization.tree.rollup;

import org.jspecify.annotations.NullMarked;
