/** 不合格党员处置 (MEM-14): who is to correct himself, to leave or to be removed, after he was heard and people have voted. */
@NullMarked
package cn.dangjian.member.care.handling;

import org.jspecify.annotations.NullMarked;
