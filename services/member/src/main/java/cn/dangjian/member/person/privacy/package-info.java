/** 隐私: what of people is sealed, who is shown it in clear, and who has looked. */
@NullMarked
package cn.dangjian.member.person.privacy;

import org.jspecify.annotations.NullMarked;
