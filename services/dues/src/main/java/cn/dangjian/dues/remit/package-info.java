/** 上缴: what each tier passes on to the one above. */
@NullMarked
package cn.dangjian.dues.remit;

import org.jspecify.annotations.NullMarked;
