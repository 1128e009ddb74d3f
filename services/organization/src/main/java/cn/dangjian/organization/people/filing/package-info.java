/** 村党组织书记县级备案: whom a township proposes as a village's secretary, the joint review, and the county's file. */
@NullMarked
package cn.dangjian.organization.people.filing;

import org.jspecify.annotations.NullMarked;
