/** 个人有关事项报告: what the heads of villages report of themselves; few may read it, and each reading is written down. */
@NullMarked
package cn.dangjian.organization.people.matter;

import org.jspecify.annotations.NullMarked;
