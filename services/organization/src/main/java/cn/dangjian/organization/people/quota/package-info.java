/** 职数: how many seats of each post a unit's team has. */
@NullMarked
package cn.dangjian.organization.people.quota;

import org.jspecify.annotations.NullMarked;
