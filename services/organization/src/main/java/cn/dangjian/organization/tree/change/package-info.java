/** 组织变更: how the tree is changed: proposed by one, approved by another one tier up, with a document and a day. */
@NullMarked
package cn.dangjian.organization.tree.change;

import org.jspecify.annotations.NullMarked;
