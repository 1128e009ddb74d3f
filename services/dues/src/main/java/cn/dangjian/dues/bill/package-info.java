/** 应交党费: what is owed of a month. */
@NullMarked
package cn.dangjian.dues.bill;

import org.jspecify.annotations.NullMarked;
