/** 平衡验证: of what was collected all is somewhere, from the branch to the province. */
@NullMarked
package cn.dangjian.dues.audit.proof;

import org.jspecify.annotations.NullMarked;
