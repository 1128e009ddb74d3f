/** 查重: whether somebody has a file already, below oneself and elsewhere in the province, without a door being an oracle. */
@NullMarked
package cn.dangjian.member.person.duplicate;

import org.jspecify.annotations.NullMarked;
