/** 导入处理: rows of an import's files become units, or are rejected one by one with the reason. */
@NullMarked
package cn.dangjian.organization.tree.application;

import org.jspecify.annotations.NullMarked;
