/** Where units have stood on each day. */
@NullMarked
package cn.dangjian.assessment.fact.place;

import org.jspecify.annotations.NullMarked;
