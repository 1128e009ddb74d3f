/** Schemes, scores and debriefings (述职): so far an empty room that remembers the units. */
@NullMarked
package cn.dangjian.assessment;

import org.jspecify.annotations.NullMarked;
