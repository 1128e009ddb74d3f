/** 导入导出: members in files, in and out. */
@NullMarked
package cn.dangjian.member.sheets;

import org.jspecify.annotations.NullMarked;
