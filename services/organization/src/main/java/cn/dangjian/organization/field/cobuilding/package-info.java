/** 区域化党建三清单: needs of a community, resources of resident units, and the projects that both make of them. */
@NullMarked
package cn.dangjian.organization.field.cobuilding;

import org.jspecify.annotations.NullMarked;
