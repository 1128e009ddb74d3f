/** What stands in a scheme: modules and indicators. */
@NullMarked
package cn.dangjian.assessment.scheme.content;

import org.jspecify.annotations.NullMarked;
