/** 批量导入: members whose files are opened from a sheet, thousands at once. */
@NullMarked
package cn.dangjian.member.sheets.imports;

import org.jspecify.annotations.NullMarked;
