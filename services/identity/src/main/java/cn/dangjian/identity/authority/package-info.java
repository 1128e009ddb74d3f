/** Authority (权限): the version of what each account may do, and who is told when it goes up. */
@NullMarked
package cn.dangjian.identity.authority;

import org.jspecify.annotations.NullMarked;
