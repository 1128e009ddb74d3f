/** 软弱涣散基层党组织整顿: the yearly case of a weak unit, who answers for it, its plan, and how it ends. */
@NullMarked
package cn.dangjian.organization.field.weak;

import org.jspecify.annotations.NullMarked;
