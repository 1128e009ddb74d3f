/** 信息传输: the inbox of every unit and the ledger of every push. */
@NullMarked
package cn.dangjian.notification;

import org.jspecify.annotations.NullMarked;
