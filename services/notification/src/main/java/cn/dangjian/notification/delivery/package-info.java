/** Delivery (投递): addresses become receipts, and the ledger of each dispatch says what became of every one (送达台账). */
@NullMarked
package cn.dangjian.notification.delivery;

import org.jspecify.annotations.NullMarked;
