/** What a member owes: the sum of his bills less what he has paid, month by month. */
@NullMarked
package cn.dangjian.dues.pay.due;

import org.jspecify.annotations.NullMarked;
