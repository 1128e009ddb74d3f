/** What a unit should pass on, has passed on and owes; sent by one, received by the other. */
@NullMarked
package cn.dangjian.dues.remit.handover;

import org.jspecify.annotations.NullMarked;
