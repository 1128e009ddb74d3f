/** Lists in pages by keyset: a cursor names the last row seen, never an offset. */
@NullMarked
package cn.dangjian.platform.web.paging;

import org.jspecify.annotations.NullMarked;
