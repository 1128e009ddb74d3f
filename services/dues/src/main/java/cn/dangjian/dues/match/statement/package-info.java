/** 对账单: the provider's list of each day, and the files of banks; rows are added, never changed. */
@NullMarked
package cn.dangjian.dues.match.statement;

import org.jspecify.annotations.NullMarked;
