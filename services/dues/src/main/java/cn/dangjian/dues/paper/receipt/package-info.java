/** 收据: of each payment one, with a number of its unit's own series. */
@NullMarked
package cn.dangjian.dues.paper.receipt;

import org.jspecify.annotations.NullMarked;
