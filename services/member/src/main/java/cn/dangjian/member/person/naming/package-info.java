/** 姓名: how names sort, and when two are the same. */
@NullMarked
package cn.dangjian.member.person.naming;

import org.jspecify.annotations.NullMarked;
