/** 流动党员交纳: what the branch of stay takes, and how it settles that with the branch of origin. */
@NullMarked
package cn.dangjian.dues.pay.stay;

import org.jspecify.annotations.NullMarked;
