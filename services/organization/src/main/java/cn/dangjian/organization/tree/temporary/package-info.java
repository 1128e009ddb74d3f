/** 临时党组织: Party units that are meant to end on a day, and who is warned before it and when it is over. */
@NullMarked
package cn.dangjian.organization.tree.temporary;

import org.jspecify.annotations.NullMarked;
