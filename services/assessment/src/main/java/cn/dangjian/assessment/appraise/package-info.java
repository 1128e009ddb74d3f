/** 述职评议: units debrief, people give sheets, and other people grade. */
@NullMarked
package cn.dangjian.assessment.appraise;

import org.jspecify.annotations.NullMarked;
