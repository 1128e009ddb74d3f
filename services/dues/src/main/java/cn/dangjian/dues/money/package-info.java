/** Amounts: fen inside, yuan with two digits outside. */
@NullMarked
package cn.dangjian.dues.money;

import org.jspecify.annotations.NullMarked;
