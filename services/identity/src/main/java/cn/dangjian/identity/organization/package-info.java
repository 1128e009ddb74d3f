/** What identity asks the organization service about a unit (组织) that it has not heard of yet. */
@NullMarked
package cn.dangjian.identity.organization;

import org.jspecify.annotations.NullMarked;
