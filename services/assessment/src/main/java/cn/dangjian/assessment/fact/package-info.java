/** What the work has left behind, and how it is measured. */
@NullMarked
package cn.dangjian.assessment.fact;

import org.jspecify.annotations.NullMarked;
