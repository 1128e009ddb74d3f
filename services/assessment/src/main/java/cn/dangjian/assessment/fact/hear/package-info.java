/** Makes facts of what other services announce. */
@NullMarked
package cn.dangjian.assessment.fact.hear;

import org.jspecify.annotations.NullMarked;
