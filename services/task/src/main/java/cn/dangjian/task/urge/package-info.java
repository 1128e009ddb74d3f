/** 督办: who is urged when, by a ladder of working days before and after the deadline, or by the issuer's word (TSK-07, NTF-02). */
@NullMarked
package cn.dangjian.task.urge;

import org.jspecify.annotations.NullMarked;
