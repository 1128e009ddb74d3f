/** 发展党员工作细则: the steps of admitting members as data, in dated editions, and what they say of one person's way. */
@NullMarked
package cn.dangjian.member.growth.edition;

import org.jspecify.annotations.NullMarked;
