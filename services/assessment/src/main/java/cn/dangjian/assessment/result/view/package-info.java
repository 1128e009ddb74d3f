/** Results of a unit and of those below it, in the order of the tree: no ranks. */
@NullMarked
package cn.dangjian.assessment.result.view;

import org.jspecify.annotations.NullMarked;
