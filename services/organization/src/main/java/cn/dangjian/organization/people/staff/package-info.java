/** 党务力量: who works for the Party's affairs at a unit, how many there should be, and how often they change. */
@NullMarked
package cn.dangjian.organization.people.staff;

import org.jspecify.annotations.NullMarked;
