/** 党务工作量: how whole the files of each unit are, who is on the way, who is away, told; and shown for tiers. */
@NullMarked
package cn.dangjian.member.telling.work;

import org.jspecify.annotations.NullMarked;
