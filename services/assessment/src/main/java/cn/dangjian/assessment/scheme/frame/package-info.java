/** Schemes of the province, and what cities and counties make of them within its bands. */
@NullMarked
package cn.dangjian.assessment.scheme.frame;

import org.jspecify.annotations.NullMarked;
