/** 对账结果: each line and each booking of a day in one of five results, and how a person settles what does not match. */
@NullMarked
package cn.dangjian.dues.match.reconcile;

import org.jspecify.annotations.NullMarked;
