/** Files on the disk that last as long as the request or the work that needs them. */
@NullMarked
package cn.dangjian.platform.sheets.scratch;

import org.jspecify.annotations.NullMarked;
