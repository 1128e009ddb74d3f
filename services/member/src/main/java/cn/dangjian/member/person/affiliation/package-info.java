/** 参加功能型党组织: the units to which somebody belongs beside his own, any number of them (ORG-07). */
@NullMarked
package cn.dangjian.member.person.affiliation;

import org.jspecify.annotations.NullMarked;
