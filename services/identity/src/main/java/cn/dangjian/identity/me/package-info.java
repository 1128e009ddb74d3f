/** 本人: what somebody who has signed in hears about his own account. */
@NullMarked
package cn.dangjian.identity.me;

import org.jspecify.annotations.NullMarked;
