/** Seats (班子任职) as heard from organization: who sits in the team of a unit, and who of them has no access yet. */
@NullMarked
package cn.dangjian.identity.seat;

import org.jspecify.annotations.NullMarked;
