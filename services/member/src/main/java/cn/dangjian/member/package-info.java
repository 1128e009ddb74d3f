/** Members, their development and transfers, and dues (党费): so far an empty room that remembers the units. */
@NullMarked
package cn.dangjian.member;

import org.jspecify.annotations.NullMarked;
