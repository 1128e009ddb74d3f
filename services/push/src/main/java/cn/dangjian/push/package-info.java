/** 推送: tells connected clients at once what has come into the inbox of their unit. */
@NullMarked
package cn.dangjian.push;

import org.jspecify.annotations.NullMarked;
