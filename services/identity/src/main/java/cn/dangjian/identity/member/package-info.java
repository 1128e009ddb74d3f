/** 党员账号: accounts with which members see their own file, opened when member asks for them; none has a post. */
@NullMarked
package cn.dangjian.identity.member;

import org.jspecify.annotations.NullMarked;
