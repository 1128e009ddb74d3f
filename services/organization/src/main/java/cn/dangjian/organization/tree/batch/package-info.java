/** 批量变更: units of a list that are proposed, and decided about, together. */
@NullMarked
package cn.dangjian.organization.tree.batch;

import org.jspecify.annotations.NullMarked;
