/** 减免: reduced or waived dues that a committee has decided, as months are billed by them. */
@NullMarked
package cn.dangjian.dues.rate.relief;

import org.jspecify.annotations.NullMarked;
