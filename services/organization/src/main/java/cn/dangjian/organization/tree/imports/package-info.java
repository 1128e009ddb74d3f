/** 导入: files of divisions, uploaded piece by piece and queued to be made into units. */
@NullMarked
package cn.dangjian.organization.tree.imports;

import org.jspecify.annotations.NullMarked;
