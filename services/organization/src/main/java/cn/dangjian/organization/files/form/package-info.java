/** 导入模板: what the rows of each sort of file are called, what they say, and which room takes them. */
@NullMarked
package cn.dangjian.organization.files.form;

import org.jspecify.annotations.NullMarked;
