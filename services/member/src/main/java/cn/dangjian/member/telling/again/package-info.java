/** 重新公布: tells everything again that other services keep of members, if their topic was lost. */
@NullMarked
package cn.dangjian.member.telling.again;

import org.jspecify.annotations.NullMarked;
