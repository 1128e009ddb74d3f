/** Refusals as RFC 9457 problem details that tell a clerk what to do, in Chinese and English. */
@NullMarked
package cn.dangjian.platform.web.problem;

import org.jspecify.annotations.NullMarked;
