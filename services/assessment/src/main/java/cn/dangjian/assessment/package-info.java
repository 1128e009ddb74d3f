/** Schemes, facts, scores and their explanation. */
@NullMarked
package cn.dangjian.assessment;

import org.jspecify.annotations.NullMarked;
