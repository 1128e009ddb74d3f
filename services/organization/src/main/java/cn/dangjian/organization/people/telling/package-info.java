/** 班子公布: how many seats of a team are filled, and until when it serves, told to the house as a whole state of each unit. */
@NullMarked
package cn.dangjian.organization.people.telling;

import org.jspecify.annotations.NullMarked;
