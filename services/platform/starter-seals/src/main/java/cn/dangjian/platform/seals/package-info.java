/** 加密: what is stored of people is sealed, each value bound to its place, under keys that change. */
@NullMarked
package cn.dangjian.platform.seals;

import org.jspecify.annotations.NullMarked;
