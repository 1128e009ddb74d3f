/** 领导班子与换届: who leads a unit, for how long, on which posts, and which posts nobody holds. */
@NullMarked
package cn.dangjian.organization.people.team;

import org.jspecify.annotations.NullMarked;
