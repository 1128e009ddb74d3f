/** 组建率: in how many grids, buildings and households a Party unit stands for the place (ORG-05). */
@NullMarked
package cn.dangjian.organization.register.gridrate;

import org.jspecify.annotations.NullMarked;
