/** 党员台账、电子档案 (MEM-01): who there is, and the file of each. */
@NullMarked
package cn.dangjian.member.person.register;

import org.jspecify.annotations.NullMarked;
