/** 软弱涣散候选: village organizations with few stars, which assessment proposes and people accept as weak or not. */
@NullMarked
package cn.dangjian.organization.field.candidate;

import org.jspecify.annotations.NullMarked;
