/** 党籍公布: who belongs where as what from day to day, told to other services without a name or number. */
@NullMarked
package cn.dangjian.member.telling.told;

import org.jspecify.annotations.NullMarked;
