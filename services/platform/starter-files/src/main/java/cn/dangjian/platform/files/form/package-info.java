/** 导入模板: what a service says of each sort of file that it takes: its columns, what its rows say, and who takes them. */
@NullMarked
package cn.dangjian.platform.files.form;

import org.jspecify.annotations.NullMarked;
