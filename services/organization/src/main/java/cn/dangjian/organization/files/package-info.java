/** Files of rows (表格): what comes in as a file and is applied or decided, and what goes out as one. */
@NullMarked
package cn.dangjian.organization.files;

import org.jspecify.annotations.NullMarked;
