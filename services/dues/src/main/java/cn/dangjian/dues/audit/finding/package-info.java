/** 疑点: impossible and doubtful cases, each with why, its article and what to do. */
@NullMarked
package cn.dangjian.dues.audit.finding;

import org.jspecify.annotations.NullMarked;
