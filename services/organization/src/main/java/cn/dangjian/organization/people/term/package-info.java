/** 届次与任期: how long a unit's team serves, when it is due, and who has to be told. */
@NullMarked
package cn.dangjian.organization.people.term;

import org.jspecify.annotations.NullMarked;
