/** 网格: grids, buildings and members' households under a community, and the branches and groups in them (ORG-05). */
@NullMarked
package cn.dangjian.organization.register.grid;

import org.jspecify.annotations.NullMarked;
