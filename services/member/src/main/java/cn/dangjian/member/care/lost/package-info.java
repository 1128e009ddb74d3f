/** 失联党员 (MEM-13): who is searched for, and what is decided if he is not found; time alone decides nothing (U-13). */
@NullMarked
package cn.dangjian.member.care.lost;

import org.jspecify.annotations.NullMarked;
