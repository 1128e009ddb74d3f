/** 变更方案: what an operation and a day would make of the tree, and why not; nothing is saved here. */
@NullMarked
package cn.dangjian.organization.tree.plan;

import org.jspecify.annotations.NullMarked;
