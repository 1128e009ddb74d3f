/** 承继: what is open at a unit that ends goes to its heir by the document of that, or is closed and says so. */
@NullMarked
package cn.dangjian.assessment.result.heir;

import org.jspecify.annotations.NullMarked;
