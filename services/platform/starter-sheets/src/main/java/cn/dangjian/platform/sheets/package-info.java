/** 表格: rows that go out and come in as CSV and Excel files, within limits and without anything that runs. */
@NullMarked
package cn.dangjian.platform.sheets;

import org.jspecify.annotations.NullMarked;
