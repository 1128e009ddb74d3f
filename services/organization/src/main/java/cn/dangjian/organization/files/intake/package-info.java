/** 批量导入: files of rows that clerks send; each row is applied by its room's rules, or rejected with the reason. */
@NullMarked
package cn.dangjian.organization.files.intake;

import org.jspecify.annotations.NullMarked;
