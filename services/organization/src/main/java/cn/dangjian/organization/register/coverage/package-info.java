/** 党组织覆盖: how many units of the register are covered, at every tier, beside the year's targets (ORG-03, F-09). */
@NullMarked
package cn.dangjian.organization.register.coverage;

import org.jspecify.annotations.NullMarked;
